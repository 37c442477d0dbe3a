// SPDX-License-Identifier: EUPL-1.2
import ldap from 'ldapjs';
import type { LdapEntry } from '../ldap-entry.js';
import { valuesOf } from './attributes.js';
import { dnKey } from './dn-key.js';
import type { BindRequest, LdapResponse } from './ldapjs-server.js';
import { ResultCode } from './result-codes.js';

/** Simple bind (RFC 4511 §4.2) against `userPassword`; anonymous binds are handled elsewhere. */
export function answerBind(entries: readonly LdapEntry[], request: BindRequest, response: LdapResponse): void {
  const { name, credentials, connection } = request;
  connection.ldap.bindDN = ldap.parseDN('cn=anonymous'); // RFC 4511 §4.2.1: after a failed bind the connection is anonymous, even if an earlier bind succeeded

  // RFC 4513 §5.1.2: a name without a password must not count as authentication.
  if (credentials === '') {
    response.diagnosticMessage = 'unauthenticated bind (DN with no password) disallowed';
    return response.end(ResultCode.unwillingToPerform);
  }
  const key = dnKey(String(name));
  const account = entries.find((entry) => dnKey(entry.dn) === key);
  if (!account || !valuesOf(account, 'userPassword').includes(credentials)) {
    return response.end(ResultCode.invalidCredentials);
  }
  connection.ldap.bindDN = ldap.parseDN(String(name));
  return response.end(ResultCode.success);
}
