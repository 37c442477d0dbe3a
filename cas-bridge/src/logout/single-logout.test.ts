// SPDX-License-Identifier: EUPL-1.2
import { readLogout } from './single-logout.js';
import { logoutRequest } from '../testing/sample-answers.js';

test('C4 CAS 3.0 §2.3.3.2, Appendix C: the ticket of a logout message, for two people', () => {
  expect(readLogout(logoutRequest('ST-1-lea'))).toBe('ST-1-lea');
  expect(readLogout(logoutRequest('ST-2-omar.scribe_1'))).toBe('ST-2-omar.scribe_1');
});

test('C4 CAS 3.0 §2.3.3: a session that a proxy ticket opened is ended by that ticket', () => {
  expect(readLogout(logoutRequest('PT-1-lea'))).toBe('PT-1-lea');
});

test.each([
  ['another prefix', logoutRequest('ST-1-lea').replaceAll('samlp', 'p')],
  ['no prefix', '<LogoutRequest><SessionIndex>ST-1-lea</SessionIndex></LogoutRequest>'],
  ['a prefix declared nowhere', '<s:LogoutRequest><s:SessionIndex>\n ST-1-lea \n</s:SessionIndex></s:LogoutRequest>'],
  ['an XML declaration before it', `<?xml version="1.0" encoding="UTF-8"?>\n${logoutRequest('ST-1-lea')}`],
])('CAS 3.0 §2.3.3.2, Appendix C: with %s', (_, message) => {
  expect(readLogout(message)).toBe('ST-1-lea');
});

describe('texts that are not logout messages', () => {
  test.each([
    ['nothing', ''],
    ['a form that nobody read', 'logoutRequest=%3CLogoutRequest%2F%3E'],
    ['another root', logoutRequest('ST-1-lea').replaceAll('LogoutRequest', 'LogoutResponse')],
    ['no index', logoutRequest('ST-1-lea').replaceAll('SessionIndex', 'NameID')],
    [
      'two indices',
      logoutRequest('ST-1-lea').replace(
        '</samlp:LogoutRequest>',
        '<samlp:SessionIndex>ST-2-omar</samlp:SessionIndex>$&',
      ),
    ],
    ['an index further down', '<LogoutRequest><more><SessionIndex>ST-1-lea</SessionIndex></more></LogoutRequest>'],
    ['a grant', logoutRequest('PGT-1-lea')],
    ['something that is no ticket', logoutRequest("ST-1' OR 1=1")],
    ['20 kB', logoutRequest('ST-1-lea').replace('@NOT_USED@', 'x'.repeat(20_000))],
    ['5 MB', logoutRequest('ST-1-lea').replace('@NOT_USED@', 'x'.repeat(5_000_000))],
  ])('C3: %s', (_, message) => {
    expect(readLogout(message)).toBeUndefined();
  });

  test('C7: a message with a DOCTYPE', () => {
    expect(readLogout(`<!DOCTYPE a [<!ENTITY t "ST-1-lea">]>${logoutRequest('&t;')}`)).toBeUndefined();
    expect(readLogout(`<!DOCTYPE a>${logoutRequest('ST-1-lea')}`)).toBeUndefined();
  });
});
