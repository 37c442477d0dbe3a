// SPDX-License-Identifier: EUPL-1.2
import { isAllowedChain } from './proxy-chain.js';

const MAIL = 'https://mail.example.org/pgt';
const PORTAL = 'https://portal.example.org/pgt?key=x';
const chains = [[MAIL, PORTAL], [/^(?:https:\/\/\w+\.schools\.example\.org\/pgt)$/u]];

test.each([[[MAIL, PORTAL]], [['https://lilas.schools.example.org/pgt']]])(
  'C16 CAS 3.0 §2.6.2: %j is allowed',
  (proxies) => {
    expect(isAllowedChain(proxies, chains)).toBe(true);
  },
);

test.each([
  [[PORTAL, MAIL]],
  [[MAIL]],
  [[PORTAL]],
  [[MAIL, PORTAL, MAIL]],
  [[MAIL, MAIL]],
  [[`${MAIL}/`, PORTAL]],
  [[MAIL.toUpperCase(), PORTAL]],
  [['https://lilas.schools.example.org/pgt', PORTAL]],
  [['https://lilas.schools.example.org/pgt/more']],
  [['https://evil.example.org/?https://lilas.schools.example.org/pgt']],
  [['']],
  [[]],
])('C16 CAS 3.0 §2.6.2: %j is not: another service, order or length', (proxies) => {
  expect(isAllowedChain(proxies, chains)).toBe(false);
});

test('C16: without allowed chains, not even an empty chain is allowed', () => {
  expect([isAllowedChain([], []), isAllowedChain([MAIL], [])]).toEqual([false, false]);
});
