// SPDX-License-Identifier: EUPL-1.2
import { guidText } from './guid.js';

test('a GUID is written as Active Directory writes it: three fields turned round, two in order', () => {
  const bytes = Buffer.from('ff19966f868b11d0b42d00c04fc964ff', 'hex');

  expect(guidText(bytes)).toBe('6f9619ff-8b86-d011-b42d-00c04fc964ff');
});
