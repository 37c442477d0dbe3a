// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

import { UnavailableError } from '@volee/core-adapter';

import { trustOf, type KeptConnections } from './kept-connections.js';
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
  /** Connections for a GET by https, with the same `ca`; without them the request has a connection of its own. */
  readonly kept?: KeptConnections | undefined;
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

/**
 * A server may close a kept connection while a request is under way to it. Only when no byte of the answer came, the request is sent once
 * more, on a connection of its own: the server may still have read a ticket, and then refuses it (CAS 3.0 §3.1.1).
 */
async function send(url: URL, options: ExchangeOptions, signal: AbortSignal): Promise<IncomingMessage> {
  try {
    return await sendOnce(url, options, signal);
  } catch (error) {
    if (!(error instanceof ClosedUnanswered)) throw error;
    return sendOnce(url, { ...options, kept: undefined }, signal);
  }
}

/** @throws ClosedUnanswered when a kept connection was closed before the first byte of the answer */
function sendOnce(
  url: URL,
  { ca, headers, form, kept }: ExchangeOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const client = isSecure ? https : http;
  const method = form ? 'POST' : 'GET';
  const agent = kept && isSecure && !form ? kept : false;
  return new Promise((resolve, reject) => {
    const request = client.request(url, { agent, ...(isSecure && trustOf(ca)), signal, method, headers });
    let isAnswered = false;
    request.once('socket', (socket) => socket.once('data', () => (isAnswered = true)));
    request.once('response', (response) => {
      kept?.heed(response);
      resolve(response);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isClosed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      reject(request.reusedSocket && isClosed && !isAnswered ? new ClosedUnanswered() : error);
    });
    if (form) request.setHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.end(form?.toString());
  });
}

class ClosedUnanswered extends Error {}

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
