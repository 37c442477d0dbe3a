// SPDX-License-Identifier: EUPL-1.2
import { bothWords } from './form-version.js';

test('two words are put together unless one holds all lines of the other', () => {
  expect(bothWords('oui, mais non', 'oui')).toBe('oui, mais non\n\noui');
  expect(bothWords('oui', 'oui, mais non')).toBe('oui\n\noui, mais non');
  expect(bothWords('un\ndeux', 'deux')).toBe('un\ndeux');
  expect(bothWords('deux', 'un\n\ndeux\ntrois')).toBe('un\n\ndeux\ntrois');
  expect(bothWords('', 'oui')).toBe('oui');
  expect(bothWords('oui', '')).toBe('oui');
});
