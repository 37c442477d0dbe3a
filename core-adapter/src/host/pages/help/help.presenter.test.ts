// SPDX-License-Identifier: EUPL-1.2
import { readersOf } from './help.presenter.js';

test('the profiles of the school that a person looks at come first, each once', () => {
  expect(readersOf(['guardian'], ['teacher', 'guardian', 'teacher'])).toEqual(['guardian', 'teacher']);
  expect(readersOf(['head', 'teacher'], ['teacher', 'head'])).toEqual(['head', 'teacher']);
  expect(readersOf([], [])).toEqual([]);
});
