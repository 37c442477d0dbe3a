// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { explain } from './explain.js';

const attempt = { url: 'ldaps://scribe.example.org', bindDn: 'cn=reader,o=gouv,c=fr', doing: 'reading ou=eleves' };

test.each([
  [{ code: 'ENOTFOUND' }, 'cannot be found by its name', 'Check url and the name service.'],
  [{ code: 'EAI_AGAIN' }, 'cannot be found by its name', 'Check url and the name service.'],
  [{ code: 'EHOSTUNREACH' }, 'cannot be reached', 'Check url, and that the directory runs.'],
  [
    { code: 'ECONNRESET' },
    'closed the connection while reading ou=eleves (ECONNRESET)',
    'Check its log, then read again.',
  ],
  [{ code: 'CERT_HAS_EXPIRED' }, 'has an expired certificate', 'Renew it, or check the clock.'],
  [
    { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    'has a certificate of an unknown authority',
    'Write the file of its authority as ca.',
  ],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'does not speak TLS here', 'Check the scheme and the port of url.'],
  [{ code: 13 }, 'requires an encrypted connection', 'Write ldaps:// or startTls: true.'],
  [{ code: 48 }, 'does not accept a password login of cn=reader,o=gouv,c=fr', 'Check bindDn.'],
  [{ code: 51, message: 'Busy' }, 'answered "Busy" (51) while reading ou=eleves', 'Check its log.'],
  [new Error('odd'), 'sent an invalid LDAP answer (odd) while reading ou=eleves', 'Check url, and its log.'],
  ['odd', 'sent an invalid LDAP answer (odd) while reading ou=eleves', 'Check url, and its log.'],
])('%p: what, where, what to do', (error, what, remedy) => {
  const explained = explain(error, attempt);

  expect(explained).toBeInstanceOf(UnavailableError);
  expect(explained).toMatchObject({ message: `The directory ldaps://scribe.example.org ${what}.`, remedy });
  expect(explained.cause).toBe(error);
});

test('what is explained already stays as it is', () => {
  const explained = new UnavailableError('Said.');

  expect(explain(explained, attempt)).toBe(explained);
});
