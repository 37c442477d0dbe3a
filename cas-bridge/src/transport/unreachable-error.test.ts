// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { failureOf, UnreachableError, type Failure } from './unreachable-error.js';

test.each<[string, Failure['kind'], string]>([
  ['CERT_HAS_EXPIRED', 'certificate', 'Renew its certificate.'],
  ['CERT_NOT_YET_VALID', 'certificate', 'Check the clock of this machine.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'Write in baseUrl the name that its certificate is for.'],
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'certificate',
    'Write the file of the authority that signed its certificate as ca.',
  ],
  ['EAI_AGAIN', 'network', 'Check baseUrl and the name service.'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'network', 'Check the scheme and the port of baseUrl.'],
  ['ECONNREFUSED', 'network', 'Check baseUrl, and that it runs.'],
])('%s is about the %s', (code, kind, remedy) => {
  const failure = failureOf(Object.assign(new Error('ticket=ST-1'), { code }));
  expect(failure).toEqual({ kind, code });
  const error = new UnreachableError('https://sso.example.org', failure);
  expect(error).toBeInstanceOf(UnavailableError);
  const message = `The CAS server at https://sso.example.org could not be asked: ${code}.`;
  expect(error).toMatchObject({ message, remedy });
});

test('silence and an error without a code are told in words', () => {
  const said = (failure: Failure): string => new UnreachableError('https://sso.example.org', failure).message;
  expect(said({ kind: 'silence', milliseconds: 5000 })).toMatch(/could not be asked: nothing after 5000 ms\.$/);
  expect(said(failureOf(new Error('ticket=ST-1')))).toMatch(/could not be asked: an unknown failure\.$/);
});
