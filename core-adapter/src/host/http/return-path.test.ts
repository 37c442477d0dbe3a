// SPDX-License-Identifier: EUPL-1.2
import { returnPath } from './return-path.js';

const ours = new URL('https://ent.example.org');

test('a page of ours comes back with its query', () => {
  expect(returnPath('/s/0391234A/file-share/?order=name', ours)).toBe('/s/0391234A/file-share/?order=name');
  expect(returnPath('/s/0391234A/é', ours)).toBe('/s/0391234A/%C3%A9');
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
  expect(returnPath(asked, ours)).toBe('/');
});
