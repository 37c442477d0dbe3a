// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';

import { UnavailableError } from '@volee/core-adapter';

import { failureOf, UnreachableError, type Failure } from './unreachable-error.js';

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
    const failure: Failure = limit.aborted ? { kind: 'silence', milliseconds: options.timeout } : failureOf(error);
    throw new UnreachableError(url.origin, failure);
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
  return new UnavailableError(`The CAS server at ${origin} gave an answer of more than ${MAX_BYTES} bytes.`, {
    remedy: 'Check baseUrl, and the attributes that it sends.',
  });
}
