// SPDX-License-Identifier: EUPL-1.2
import { OutageError } from './outage-error.js';

/** Why a server could not be asked. `code` is an error code of Node.js. */
export type Failure =
  | { readonly kind: 'silence'; readonly milliseconds: number }
  | { readonly kind: 'certificate' | 'network'; readonly code: string }
  | { readonly kind: 'unknown' };

/** The server could not be reached. The error keeps neither the URL nor its cause, because both may contain the ticket. */
export class UnreachableError extends OutageError {
  constructor(
    origin: string,
    readonly failure: Failure,
  ) {
    super(`The CAS server at ${origin} could not be asked: ${failureWords(failure)}.`, { remedy: remedyFor(failure) });
  }
}

/** A failure in a few words: `ECONNREFUSED`, `nothing after 5000 ms`. */
export function failureWords(failure: Failure): string {
  switch (failure.kind) {
    case 'silence':
      return `nothing after ${failure.milliseconds} ms`;
    case 'unknown':
      return 'an unknown failure';
    case 'certificate':
    case 'network':
      return failure.code;
  }
}

/** The failure behind an error of a request. */
export function failureOf(error: unknown): Failure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return { kind: 'unknown' };
  return { kind: ABOUT_CERTIFICATE.test(code) ? 'certificate' : 'network', code };
}

const ABOUT_CERTIFICATE = /CERT|ISSUER|SIGNATURE/;

const BY_CERTIFICATE_CODE: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', 'Renew its certificate.'],
  ['CERT_NOT_YET_VALID', 'Check the clock of this machine.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Write in baseUrl the name that its certificate is for.'],
]);

const BY_NETWORK_CODE: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'Check baseUrl and the name service.'],
  [/^EPROTO$|^ERR_SSL|^ERR_TLS/, 'Check the scheme and the port of baseUrl.'],
];

const RUNS = 'Check baseUrl, and that it runs.';

function remedyFor(failure: Failure): string {
  switch (failure.kind) {
    case 'silence':
    case 'unknown':
      return RUNS;
    case 'certificate':
      return (
        BY_CERTIFICATE_CODE.get(failure.code) ?? 'Write the file of the authority that signed its certificate as ca.'
      );
    case 'network':
      return BY_NETWORK_CODE.find(([pattern]) => pattern.test(failure.code))?.[1] ?? RUNS;
  }
}
