// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { ByteRange } from '../../../api/byte-range.js';
import type { ContentReply, InlineType } from '../../../api/content.js';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import { ContentLostError } from '../content-lost-error.js';
import { NO_TYPE, pipeSource, SANDBOX } from './pipe-source.js';
import { wantedPart, type Version, type WantedPart } from './wanted-part.js';

/** Sends stored content, or the part that the request asks for, and opens it only when its bytes are sent. */
export async function sendContent(
  { clock }: { readonly clock: Clock },
  request: Request,
  response: Response,
  content: ContentReply,
): Promise<void> {
  const version = versionOf(content, clock.now());
  const part = wantedPart(request, version);
  const hasBytes = part.status === 200 || part.status === 206;
  // The content is opened before the head is sent, so that missing content is a 404 with the headers of a page.
  const source = hasBytes && request.method !== 'HEAD' ? await openContent(content, part.range) : undefined;
  response.status(part.status).set(headersOf(part, version));
  if (hasBytes) {
    response.attachment(content.name).set(headersOfBytes(part, version));
    if (content.inline) showInPage(response, content.inline);
    // The length stays a number, which express's `set` would turn into text: Node.js 20.19 compares it with the bytes sent by `===`.
    response.setHeader('Content-Length', lengthOf(part, version));
  }
  if (!source) {
    response.end();
    return;
  }
  // RFC 9112 §6.3: with a byte too many or too few, the client would read the rest as the next answer, or the next answer as the rest.
  response.strictContentLength = true;
  await pipeSource(source, response);
}

async function openContent({ name, open }: ContentReply, range?: ByteRange): Promise<Readable> {
  try {
    return await open(range);
  } catch (error) {
    throw error instanceof NotFoundError ? new ContentLostError(name, { cause: error }) : error;
  }
}

function versionOf({ name, bytes, etag, modifiedAt, inline }: ContentReply, now: Date): Version {
  // The tag includes the name: a browser that gets a 304 saves the content under the name that it has. It includes the type: a download
  // stays one.
  const mark = inline === undefined ? name : `${inline} ${name}`;
  const nameMark = createHash('sha256').update(mark).digest('base64url').slice(0, 8);
  // The date must not be later than now (RFC 9110 §8.8.2.1).
  const seconds = Math.floor(Math.min(modifiedAt.getTime(), now.getTime()) / 1_000);
  return { bytes, etag: `"${etag}.${nameMark}"`, modifiedAt: new Date(seconds * 1_000) };
}

function headersOf({ status }: WantedPart, { bytes, etag, modifiedAt }: Version): Record<string, string> {
  return {
    ETag: etag,
    'Last-Modified': modifiedAt.toUTCString(),
    'Accept-Ranges': 'bytes',
    // The browser asks again at each use, so that the rights are judged. A compressed part would not have the bytes of its Content-Range.
    'Cache-Control': 'private, no-cache, no-transform',
    // A 304 has this header, too: a browser takes over its headers for the content that it has (RFC 9111 §3.2).
    'Content-Security-Policy': SANDBOX,
    ...(status >= 400 && { 'Content-Length': '0' }),
    ...(status === 416 && { 'Content-Range': `bytes */${bytes}` }),
  };
}

function headersOfBytes({ range }: WantedPart, { bytes }: Version): Record<string, string> {
  return {
    'Content-Type': NO_TYPE,
    ...(range && { 'Content-Range': `bytes ${range.start}-${range.end}/${bytes}` }),
  };
}

/** A type of the closed list is nothing that a browser runs; `nosniff` keeps it from guessing another one. */
function showInPage(response: Response, type: InlineType): void {
  const attachment = String(response.getHeader('Content-Disposition'));
  response.set({ 'Content-Type': type, 'Content-Disposition': attachment.replace(/^attachment/, 'inline') });
}

/** The number of bytes that the response sends. */
function lengthOf({ range }: WantedPart, { bytes }: Version): number {
  return range ? range.end - range.start + 1 : bytes;
}
