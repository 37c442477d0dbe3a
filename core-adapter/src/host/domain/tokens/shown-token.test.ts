// SPDX-License-Identifier: EUPL-1.2
import { shownToken } from './shown-token.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

test.each<[string, string, object]>([
  ['Bearer', 'Bearer volee_abc', { secret: 'volee_abc' }],
  ['in any letter case (RFC 9110 §11.1)', 'bEARER volee_abc', { secret: 'volee_abc' }],
  ['with extra spaces', '  Bearer   volee_abc ', { secret: 'volee_abc' }],
  ['Basic', basic('claire:volee_abc'), { login: 'claire', secret: 'volee_abc' }],
  ['Basic in UTF-8 (RFC 7617 §2.1)', basic('zoé:volee_abc'), { login: 'zoé', secret: 'volee_abc' }],
  ['a secret with a colon', basic('claire:a:b'), { login: 'claire', secret: 'a:b' }],
  ['no login', basic(':volee_abc'), { login: '', secret: 'volee_abc' }],
  ['no colon', basic('volee_abc'), { login: '', secret: 'volee_abc' }],
  ['invalid base64', 'Basic %%%', { login: '', secret: '' }],
  ['nothing after the scheme', 'Bearer', { secret: '' }],
  ['nothing after Basic', 'Basic ', { login: '', secret: '' }],
])('returns the token, valid or not: %s', (_name, authorization, expected) => {
  expect(shownToken({ headers: { authorization } })).toEqual(expected);
});

test.each(['', 'Negotiate abc', 'Digest username="claire"', 'volee_abc', 'Bearervolee_abc', 'Basically abc'])(
  'no token is shown: %p',
  (authorization) => {
    expect(shownToken({ headers: { authorization } })).toBeUndefined();
    expect(shownToken({ headers: {} })).toBeUndefined();
  },
);
