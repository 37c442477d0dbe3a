// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** The bytes of one read or write of the client. */
const CHUNK = 1024 * 1024;
const MEGABYTE = 1_000_000;

/**
 * Downloads a file as cheaply as a client can: into one buffer, again and again.
 * @returns milliseconds until the last byte
 */
export async function timeDownload(url: URL, cookie: string, bytes: number): Promise<number> {
  const begun = performance.now();
  let head = '';
  let received = 0;
  const count = (read: number, buffer: Uint8Array): boolean => {
    if (received === 0) head = Buffer.from(buffer.subarray(0, Math.min(read, 8_192))).toString('latin1');
    received += read;
    return true;
  };
  const onread = { buffer: Buffer.alloc(CHUNK), callback: count };
  const socket = connect({ host: url.hostname, port: Number(url.port), onread });
  const headers = [`Host: ${url.host}`, `Cookie: ${cookie}`, 'Connection: close'];
  socket.write(`GET ${url.pathname} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  // With `onread` a socket has no readable side to end.
  await once(socket, 'close');
  const body = received - (head.indexOf('\r\n\r\n') + 4);
  if (!head.startsWith('HTTP/1.1 200 ') || body !== bytes)
    throw new Error(`${url.pathname} sent ${body} bytes instead of ${bytes}: ${head.slice(0, 200)}`);
  return performance.now() - begun;
}

export interface UploadOptions {
  readonly method: 'PUT' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** The parts of a form around the content. */
  readonly before?: string;
  readonly after?: string;
  readonly status: number;
}

/**
 * Uploads a file that no server has yet.
 * @returns milliseconds until the answer
 */
export async function timeUpload(url: URL, options: UploadOptions, bytes: number): Promise<number> {
  const { method, headers = {}, before = '', after = '', status } = options;
  const chunk = Buffer.alloc(MEGABYTE, randomBytes(4_096));
  const begun = performance.now();
  const sent = request(url, {
    method,
    headers: { ...headers, 'Content-Length': before.length + bytes + after.length },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.write(before);
  for (let left = bytes; left > 0; left -= chunk.length)
    if (!sent.write(left < chunk.length ? chunk.subarray(0, left) : chunk)) await once(sent, 'drain');
  sent.end(after);
  const [response] = await answered;
  const said = await text(response);
  const milliseconds = performance.now() - begun;
  if (response.statusCode !== status)
    throw new Error(`${method} ${url.pathname} answered ${response.statusCode}: ${said.slice(0, 500)}`);
  return milliseconds;
}
