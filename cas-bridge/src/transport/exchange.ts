// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';

import { UnavailableError } from '@volee/core-adapter';

import { OutageError } from './outage-error.js';

export interface ExchangeOptions {
  /** Milliseconds for the whole exchange, from the name look-up to the last byte. */
  readonly timeout: number;
  /** PEM of the authorities to trust instead of the public ones. */
  readonly ca?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form to post. Without a form the request is a GET. */
  readonly form?: URLSearchParams | undefined;
  readonly signal?: AbortSignal;
}

const MAX_BYTES = 262_144;
const SILENCE = 'nothing after';

/**
 * Sends one request and reads the answer. Redirects are not followed, and certificates are always verified.
 * @throws UnreachableError when the server does not answer in time, or its certificate is not trusted
 * @throws UnavailableError when the answer is too long
 */
export async function exchange<T>(
  url: URL,
  options: ExchangeOptions,
  read: (response: IncomingMessage) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(options.timeout);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  try {
    return await read(await send(url, options, signal));
  } catch (error) {
    if (error instanceof TooLong) throw tooLong(url.origin);
    const code = limit.aborted ? `${SILENCE} ${options.timeout} ms` : codeOf(error);
    throw new UnreachableError(url.origin, code);
  }
}

/** The server could not be reached. The error keeps neither the URL nor its cause, because both may contain the ticket. */
export class UnreachableError extends OutageError {
  /** @param reason error code of Node.js, or a few words */
  constructor(
    origin: string,
    readonly reason: string,
  ) {
    super(`The CAS server at ${origin} could not be asked: ${reason}; ${remedyFor(reason)}.`);
  }

  /** Whether the server was reachable but did not answer in time. */
  get isAboutSilence(): boolean {
    return this.reason.startsWith(SILENCE);
  }

  /** Whether the certificate is the reason, and not an absent server. */
  get isAboutCertificate(): boolean {
    return ABOUT_CERTIFICATE.test(this.reason);
  }
}

function send(url: URL, { ca, headers, form }: ExchangeOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  const method = form ? 'POST' : 'GET';
  return new Promise((resolve, reject) => {
    // Each request has its own connection: a ticket cannot be sent twice, so it must not use a connection that is about to close.
    // `rejectUnauthorized` is explicit because NODE_TLS_REJECT_UNAUTHORIZED would change its default.
    const trust = url.protocol === 'https:' ? { secureContext: contextFor(ca), rejectUnauthorized: true } : {};
    const request = client.request(url, { agent: false, ...trust, signal, method, headers }, resolve);
    request.on('error', reject);
    if (form) request.setHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.end(form?.toString());
  });
}

const contexts = new Map<string | undefined, SecureContext>();

/** The trusted certificates, parsed once: parsing costs as much as the exchange itself. */
function contextFor(ca: string | undefined): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, context);
  return context;
}

/** The body of a response. @throws when the body has more than 256 KiB */
export async function boundedText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

class TooLong extends Error {}

function tooLong(origin: string): UnavailableError {
  return new UnavailableError(
    `The CAS server at ${origin} gave an answer of more than ${MAX_BYTES} bytes; check baseUrl, and what it tells of people.`,
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'an unknown failure';
}

const ABOUT_CERTIFICATE = /CERT|ISSUER|SIGNATURE/;

/** By error code of Node.js: network and TLS. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^CERT_HAS_EXPIRED$/, 'renew its certificate'],
  [/^CERT_NOT_YET_VALID$/, 'check the clock of this machine'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'write in baseUrl the name that its certificate is for'],
  [ABOUT_CERTIFICATE, 'write the file of the authority that signed its certificate as ca'],
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'check baseUrl and the name service'],
  [/^EPROTO$|^ERR_SSL|^ERR_TLS/, 'check the scheme and the port of baseUrl'],
];

function remedyFor(code: string): string {
  const [, remedy] = REMEDIES.find(([pattern]) => pattern.test(code)) ?? [];
  return remedy ?? 'check baseUrl, and that it runs';
}
