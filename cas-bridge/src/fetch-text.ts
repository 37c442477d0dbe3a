// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';

import { UnavailableError } from '@volee/core-adapter';

export interface FetchOptions {
  /** Milliseconds for the whole exchange, from the name look-up to the last byte. */
  readonly timeout: number;
  /** PEM of the authorities to trust instead of the public ones. */
  readonly ca?: string | undefined;
}

export interface TextAnswer {
  readonly status: number;
  /** Empty unless the status is 200. */
  readonly text: string;
  /** What time the server says it has (RFC 9110 §6.6.1). */
  readonly date?: Date;
  /** When its certificate, which was verified, ends. */
  readonly certificateUntil?: Date;
}

const MAX_BYTES = 262_144;

/**
 * Gets a small text. Redirects are not followed, and certificates are always verified.
 * @throws UnavailableError when nobody answers in time, the certificate is not trusted, or the answer is too long
 */
export async function fetchText(url: URL, options: FetchOptions): Promise<TextAnswer> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    const response = await get(url, options, signal);
    const status = response.statusCode ?? 0;
    const around = { status, ...circumstances(response) };
    if (status === 200) return { ...around, text: await boundedText(response) };
    response.destroy();
    return { ...around, text: '' };
  } catch (error) {
    const code = signal.aborted ? `nothing after ${options.timeout} ms` : codeOf(error);
    throw new UnreachableError(url.origin, code);
  }
}

/** The server could not be asked. Neither the address nor what happened is kept: they hold the ticket, or what was repeated of it. */
export class UnreachableError extends UnavailableError {
  /** @param reason error code of Node, or a few words */
  constructor(
    origin: string,
    readonly reason: string,
  ) {
    super(`The CAS server at ${origin} could not be asked: ${reason}; ${remedyFor(reason)}.`);
  }
}

function get(url: URL, { ca }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // A connection of its own: a ticket cannot be shown twice, so it must not travel on one that is about to close.
    // `rejectUnauthorized` is written out because NODE_TLS_REJECT_UNAUTHORIZED would change its default.
    const trust = url.protocol === 'https:' ? { secureContext: contextFor(ca), rejectUnauthorized: true } : {};
    client.get(url, { agent: false, ...trust, signal }, resolve).on('error', reject);
  });
}

const contexts = new Map<string | undefined, SecureContext>();

/** Whom to trust, read once: reading certificates costs as much as the exchange that they protect. */
function contextFor(ca: string | undefined): SecureContext {
  const context = contexts.get(ca) ?? createSecureContext({ ca });
  contexts.set(ca, context);
  return context;
}

function circumstances({ headers, socket }: IncomingMessage): Pick<TextAnswer, 'date' | 'certificateUntil'> {
  const date = new Date(headers.date ?? '');
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  const until = certificate && new Date(certificate.validTo);
  return { ...(isNaN(date.getTime()) ? {} : { date }), ...(until && { certificateUntil: until }) };
}

async function boundedText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

class TooLong extends Error {
  readonly code = `an answer of more than ${MAX_BYTES} bytes`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'an unknown failure';
}

/** By error code of Node: network and TLS. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^CERT_HAS_EXPIRED$/, 'renew its certificate'],
  [/^CERT_NOT_YET_VALID$/, 'check the clock of this machine'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'write in baseUrl the name that its certificate is for'],
  [/CERT|ISSUER|SIGNATURE/, 'write the file of the authority that signed its certificate as ca'],
  [/^ENOTFOUND$|^EAI_AGAIN$/, 'check baseUrl and the name service'],
  [/^EPROTO$|^ERR_SSL|^ERR_TLS/, 'check the scheme and the port of baseUrl'],
];

function remedyFor(code: string): string {
  const [, remedy] = REMEDIES.find(([pattern]) => pattern.test(code)) ?? [];
  return remedy ?? 'check baseUrl, and that it runs';
}
