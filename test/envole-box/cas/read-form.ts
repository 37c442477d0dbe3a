// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';

const LIMIT_BYTES = 64 * 1024;

/** The urlencoded form of a request, empty when it has none; `undefined` when it is too large. */
export async function readForm(message: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LIMIT_BYTES) chunks.push(chunk); // the rest is read and thrown away, so that the answer can be heard
  }
  return size > LIMIT_BYTES ? undefined : new URLSearchParams(Buffer.concat(chunks).toString());
}
