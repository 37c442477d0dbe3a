// SPDX-License-Identifier: EUPL-1.2
import { safeLocalPath } from './safe-local-path.js';

const ours = new URL('https://ent.example.org');

test('a page of ours comes back with its query', () => {
  expect(safeLocalPath('/s/0391234A/file-share/?order=name', ours)).toBe('/s/0391234A/file-share/?order=name');
  expect(safeLocalPath('/s/0391234A/é', ours)).toBe('/s/0391234A/%C3%A9');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/..//evil.example',
  '/login?to=/',
  '/logout',
  '/cas/callback?ticket=ST-1',
  '',
  undefined,
  ['/a', '/b'],
  `/${'x'.repeat(3000)}`,
  `/${'é'.repeat(1000)}`,
])('C11: %j leads home', (asked) => {
  expect(safeLocalPath(asked, ours)).toBe('/');
});
