// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { Referral } from './referral.js';

/** The place of a fault. */
export interface Attempt {
  readonly url: string;
  readonly bindDn: string;
  /** Ends the sentence "… while": `binding`, `reading ou=…`. */
  readonly doing: string;
}

/** The failure of a server, to follow its URL, and the advice. */
interface Explanation {
  readonly what: string;
  readonly remedy: string;
  readonly isAboutCertificate?: true;
}

type Explain = (attempt: Attempt) => Explanation;

const WANTS_TLS: Explain = () => ({
  what: 'requires an encrypted connection',
  remedy: 'Write ldaps:// or startTls: true.',
});

/** By result code, RFC 4511 appendix A. */
const BY_RESULT_CODE: Readonly<Record<number, Explain>> = {
  3: ({ doing, bindDn }) => ({
    what: `stopped at its time limit while ${doing}`,
    remedy: `Raise the limit for ${bindDn}.`,
  }),
  4: ({ doing, bindDn }) => ({
    what: `stopped at its size limit while ${doing}`,
    remedy: `Lift the limit for ${bindDn}.`,
  }),
  8: WANTS_TLS,
  10: (attempt) => refers('', attempt),
  11: ({ doing, bindDn }) => ({
    what: `stopped at an administrative limit while ${doing}`,
    remedy: `Raise the limit for ${bindDn}.`,
  }),
  13: WANTS_TLS,
  32: ({ doing }) => ({
    what: `has no such entry, or hides it, while ${doing}`,
    remedy: 'Check baseDn and the rights of the account.',
  }),
  48: ({ bindDn }) => ({ what: `does not accept a password login of ${bindDn}`, remedy: 'Check bindDn.' }),
  49: ({ bindDn }) => ({
    what: `refuses the name or the password of ${bindDn}`,
    remedy: 'Check bindDn and bindPassword.',
  }),
  50: ({ doing, bindDn }) => ({
    what: `does not allow ${bindDn} to read while ${doing}`,
    remedy: 'Grant the account the right to read.',
  }),
};

/** By error code of Node: network and TLS. */
const BY_SYSTEM_CODE: readonly (readonly [RegExp, Explanation])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, { what: 'cannot be found by its name', remedy: 'Check url and the name service.' }],
  [
    /^ECONNREFUSED$|^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$/,
    { what: 'cannot be reached', remedy: 'Check url, and that the directory runs.' },
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    { what: 'has a certificate for another name', remedy: 'Write that name in url.', isAboutCertificate: true },
  ],
  [
    /^CERT_HAS_EXPIRED$|^CERT_NOT_YET_VALID$/,
    {
      what: 'has an expired certificate',
      remedy: 'Renew it, or check the clock.',
      isAboutCertificate: true,
    },
  ],
  [
    /CERT|ISSUER|SIGNATURE/,
    {
      what: 'has a certificate of an unknown authority',
      remedy: 'Write the file of its authority as ca.',
      isAboutCertificate: true,
    },
  ],
  [/^EPROTO$|^ERR_SSL|^ERR_TLS/, { what: 'does not speak TLS here', remedy: 'Check the scheme and the port of url.' }],
];

/** The server was not asked, because its certificate is not trusted. */
export class CertificateError extends UnavailableError {}

/** The failure of a directory in a sentence: what, where, what to do about it. */
export function explain(error: unknown, attempt: Attempt): UnavailableError {
  if (error instanceof UnavailableError) return error;
  const { what, remedy, isAboutCertificate } = explanation(error, attempt);
  const Explained = isAboutCertificate ? CertificateError : UnavailableError;
  return new Explained(`The directory ${attempt.url} ${what}.`, { remedy, cause: error });
}

/** The explanation for a server that stayed silent for too long. */
export function explainSilence(milliseconds: number, { url, doing }: Attempt): UnavailableError {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new UnavailableError(`The directory ${url} did not answer for ${seconds} s while ${doing}.`, {
    remedy: 'Check it and the network, or raise timeout.',
  });
}

function explanation(error: unknown, attempt: Attempt): Explanation {
  const { doing } = attempt;
  if (error instanceof Referral && error.urls.length > 0) return refers(` (${error.urls.join(' or ')})`, attempt);
  const code = property(error, 'code');
  const message = String(property(error, 'message') ?? error);
  if (property(error, 'name') === 'ConnectionError') return broke(doing);
  if (typeof code === 'number') {
    const unknown = { what: `answered "${message}" (${code}) while ${doing}`, remedy: 'Check its log.' };
    return BY_RESULT_CODE[code]?.(attempt) ?? unknown;
  }
  if (typeof code === 'string') {
    const [, known] = BY_SYSTEM_CODE.find(([pattern]) => pattern.test(code)) ?? [];
    return known ?? broke(`${doing} (${code})`);
  }
  return {
    what: `sent an invalid LDAP answer (${message}) while ${doing}`,
    remedy: 'Check url, and its log.',
  };
}

function refers(where: string, { doing }: Attempt): Explanation {
  return {
    what: `refers to another server${where} while ${doing}; referrals are not followed`,
    remedy: 'Write the address of that server in url, or read it as a separate source.',
  };
}

function broke(doing: string): Explanation {
  return { what: `closed the connection while ${doing}`, remedy: 'Check its log, then read again.' };
}

/** A property of an error: errors of Node and of ldapjs have no common class. */
function property(error: unknown, name: 'name' | 'message' | 'code'): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
