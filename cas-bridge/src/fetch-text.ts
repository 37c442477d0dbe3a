// SPDX-License-Identifier: EUPL-1.2
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

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
    if (status === 200) return { status, text: await boundedText(response) };
    response.destroy();
    return { status, text: '' };
  } catch (error) {
    const reason = signal.aborted ? `nothing after ${options.timeout} ms` : reasonOf(error);
    // Neither the address nor the error itself: they hold the ticket, or what the server repeated of it.
    throw new UnavailableError(`The CAS server at ${url.origin} could not be asked: ${reason}.`);
  }
}

function get(url: URL, { ca }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    // A connection of its own: a ticket cannot be shown twice, so it must not travel on one that is about to close.
    // `rejectUnauthorized` is written out because NODE_TLS_REJECT_UNAUTHORIZED would change its default.
    client.get(url, { agent: false, ca, rejectUnauthorized: true, signal }, resolve).on('error', reject);
  });
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

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'an unknown failure';
}
