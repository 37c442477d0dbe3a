// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { explain } from './explain.js';

const attempt = { url: 'ldaps://scribe.example.org', bindDn: 'cn=reader,o=gouv,c=fr', doing: 'reading ou=eleves' };

test.each([
  [{ code: 'ENOTFOUND' }, 'cannot be found by its name; check url and the name service'],
  [{ code: 'EAI_AGAIN' }, 'cannot be found by its name; check url and the name service'],
  [{ code: 'EHOSTUNREACH' }, 'cannot be reached; check url, and that the directory runs'],
  [
    { code: 'ECONNRESET' },
    'broke the connection while reading ou=eleves (ECONNRESET); look into its log, then read again',
  ],
  [{ code: 'CERT_HAS_EXPIRED' }, 'shows a certificate that is out of date; renew it, or check the clock'],
  [
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    'shows a certificate that nobody known has signed; write the file of its authority as ca',
  ],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'does not speak TLS here; check the scheme and the port of url'],
  [{ code: 13 }, 'wants an encrypted connection; write ldaps:// or startTls: true'],
  [{ code: 48 }, 'does not let cn=reader,o=gouv,c=fr log in with a password; check bindDn'],
  [{ code: 51, message: 'Busy' }, 'answered "Busy" (51) while reading ou=eleves; look into its log'],
  [new Error('odd'), 'did not answer as LDAP says (odd) while reading ou=eleves; check url, and look into its log'],
  ['odd', 'did not answer as LDAP says (odd) while reading ou=eleves; check url, and look into its log'],
])('%p: what, where, what to do', (error, sentence) => {
  const explained = explain(error, attempt);

  expect(explained).toBeInstanceOf(UnavailableError);
  expect(explained.message).toBe(`The directory ldaps://scribe.example.org ${sentence}.`);
  expect(explained.cause).toBe(error);
});

test('what is explained already stays as it is', () => {
  const explained = new UnavailableError('Said.');

  expect(explain(explained, attempt)).toBe(explained);
});
