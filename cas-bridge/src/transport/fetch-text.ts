// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

import { boundedText, exchange, type ExchangeOptions } from './exchange.js';

export interface TextAnswer {
  readonly status: number;
  /** Empty unless the status is 200. */
  readonly text: string;
  /** The time of the server by its `Date` header (RFC 9110 §6.6.1). */
  readonly date?: Date;
  /** When its certificate, which was verified, ends. */
  readonly certificateUntil?: Date;
}

/**
 * Gets a small text. Redirects are not followed, and certificates are always verified.
 * @throws UnavailableError when nobody answers in time, the certificate is not trusted, or the answer is too long
 */
export function fetchText(url: URL, { timeout, ca, kept }: ExchangeOptions): Promise<TextAnswer> {
  return exchange(url, { timeout, ca, kept }, async (response) => {
    const status = response.statusCode ?? 0;
    const around = { status, ...circumstances(response) };
    if (status === 200) return { ...around, text: await boundedText(response) };
    response.destroy();
    return { ...around, text: '' };
  });
}

function circumstances({ headers, socket }: IncomingMessage): Pick<TextAnswer, 'date' | 'certificateUntil'> {
  const date = new Date(headers.date ?? '');
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  const until = certificate && new Date(certificate.validTo);
  return { ...(isNaN(date.getTime()) ? {} : { date }), ...(until && { certificateUntil: until }) };
}
