// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';

import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('a mistake that is corrected, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('a person is found again, or asked about, once the entry says again what it said before', async () => {
    const right = martin({ birthDate: '1970-01-01', stableId: 'id-1' });
    await kit.sync(right);
    const first = await kit.idOf();
    await kit.sync(martin({ birthDate: '1970-01-10', stableId: 'id-1' }));
    expect(await kit.idOf()).not.toBe(first);
    await kit.sync(right);
    const now = await kit.idOf();
    const open = await kit.asked();
    const isAsked = open.some(({ personId, otherId }) => personId === now && otherId === first);
    expect(now === first || isAsked).toBe(true);
  });
});
