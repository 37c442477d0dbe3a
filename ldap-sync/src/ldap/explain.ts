// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { Referral } from './referral.js';

/** Where something went wrong. */
export interface Attempt {
  readonly url: string;
  readonly bindDn: string;
  /** Ends the sentence "… while": `binding`, `reading ou=…`. */
  readonly doing: string;
}

type Explanation = (attempt: Attempt) => string;

/** By result code, RFC 4511 appendix A. */
const BY_RESULT_CODE: Readonly<Record<number, Explanation>> = {
  3: ({ doing, bindDn }) => `stopped at its time limit while ${doing}; raise the limit for ${bindDn}`,
  4: ({ doing, bindDn }) => `stopped at its size limit while ${doing}; lift the limit for ${bindDn}`,
  8: () => 'wants an encrypted connection; write ldaps:// or startTls: true',
  10: (attempt) => refers('', attempt),
  11: ({ doing, bindDn }) => `stopped at an administrative limit while ${doing}; raise the limit for ${bindDn}`,
  13: () => 'wants an encrypted connection; write ldaps:// or startTls: true',
  32: ({ doing }) =>
    `has no such entry, or does not show it, while ${doing}; check baseDn and the rights of the account`,
  48: ({ bindDn }) => `does not let ${bindDn} log in with a password; check bindDn`,
  49: ({ bindDn }) => `refuses the name or the password of ${bindDn}; check bindDn and bindPassword`,
  50: ({ doing, bindDn }) => `does not let ${bindDn} read while ${doing}; give the account the right to read`,
};

/** By error code of Node: network and TLS. */
const BY_SYSTEM_CODE: readonly (readonly [RegExp, Explanation])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, () => 'cannot be found by its name; check url and the name service'],
  [
    /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$/,
    () => 'cannot be reached; check url, and that the directory runs',
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, () => 'shows a certificate for another name; write that name in url'],
  [
    /^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$/,
    () => 'shows a certificate that is out of date; renew it, or check the clock',
  ],
  [
    /CERT|ISSUER|SIGNATURE/,
    () => 'shows a certificate that nobody known has signed; write the file of its authority as ca',
  ],
  [/^EPROTO$|^ERR_SSL|^ERR_TLS/, () => 'does not speak TLS here; check the scheme and the port of url'],
];

/** What a directory failed at, in one sentence: what, where, what to do about it. */
export function explain(error: unknown, attempt: Attempt): UnavailableError {
  if (error instanceof UnavailableError) return error;
  return new UnavailableError(`The directory ${attempt.url} ${explanation(error, attempt)}.`, error);
}

/** It stayed silent for longer than it may. */
export function explainSilence(milliseconds: number, { url, doing }: Attempt): UnavailableError {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new UnavailableError(
    `The directory ${url} did not answer for ${seconds} s while ${doing}; check it and the network, or raise timeout.`,
  );
}

function explanation(error: unknown, attempt: Attempt): string {
  const { doing } = attempt;
  if (error instanceof Referral && error.urls.length > 0) return refers(` (${error.urls.join(' or ')})`, attempt);
  const code = property(error, 'code');
  const message = String(property(error, 'message') ?? error);
  if (property(error, 'name') === 'ConnectionError') return broke(doing);
  if (typeof code === 'number') {
    return BY_RESULT_CODE[code]?.(attempt) ?? `answered "${message}" (${code}) while ${doing}; look into its log`;
  }
  if (typeof code === 'string') {
    const [, known] = BY_SYSTEM_CODE.find(([pattern]) => pattern.test(code)) ?? [];
    return known?.(attempt) ?? broke(`${doing} (${code})`);
  }
  return `did not answer as LDAP says (${message}) while ${doing}; check url, and look into its log`;
}

function refers(where: string, { doing }: Attempt): string {
  return (
    `refers to another server${where} while ${doing}; referrals are not followed: ` +
    'write the address of that server in url, or read it as a source of its own'
  );
}

function broke(doing: string): string {
  return `broke the connection while ${doing}; look into its log, then read again`;
}

/** By what it has, not by its class: errors of Node and of ldapjs are no family. */
function property(error: unknown, name: 'name' | 'message' | 'code'): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
