// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { ByteRange } from './byte-range.js';

/** Pictures, sound and films: what a browser shows and never runs. SVG, HTML, XML and PDF are not among them: they are downloads. @stable */
export const INLINE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/webm',
] as const;

/** A type that a page can show. @stable */
export type InlineType = (typeof INLINE_TYPES)[number];

/** Whether a page can show content of this type. @example `if (isInline(type)) return content({ ...stored, inline: type });` @stable */
export function isInline(type: string | null): type is InlineType {
  return INLINE_TYPES.some((one) => one === type);
}

/** Stored content, and how to open it. @stable */
export interface Content {
  /** The name under which the browser saves the content. */
  readonly name: string;
  /** The size of the whole content. */
  readonly bytes: number;
  /**
   * Names the content: the same at each request, and another one as soon as a byte is different. 1 to 100 characters of ASCII without
   * spaces and double quotes, such as a SHA-256 digest, or the id of a row if the content of that row never changes.
   */
  readonly etag: string;
  /** The instant of its last change. */
  readonly modifiedAt: Date;
  /**
   * Opens the content: all of it, or these bytes of it. Not called when the client wants no bytes: for HEAD, or when it has
   * the content already.
   */
  readonly open: (range?: ByteRange) => Readable | Promise<Readable>;
  /**
   * The type with which a page shows the content; without it, the content is a download. Take it from `StoredFile.type`, never from the name.
   * The answer has `nosniff`, the sandbox and `Cross-Origin-Resource-Policy: same-origin`, and another ETag than the download.
   */
  readonly inline?: InlineType;
}

/** The result of `content`. The browser never runs the content: it is a download, or has one of the `INLINE_TYPES`. @stable */
export interface ContentReply extends Content {
  readonly kind: 'content';
}

/** The result of `stream`. It is sent as an attachment, so that the browser never runs it. @stable */
export interface StreamReply {
  readonly kind: 'stream';
  readonly name: string;
  readonly open: (signal: AbortSignal) => Readable | Promise<Readable>;
}

/**
 * Answers with stored content as a download. The host answers HEAD, ranges and conditions by itself (RFC 9110 §13, §14): a download
 * that broke off goes on, and a browser that has the content gets a 304. The rights are judged at each use. With more or fewer bytes
 * than announced, the connection ends. With `inline`, a page shows the content, as by `<img src={url('/photos/1')}>`.
 * @example
 * `return content({ name, bytes, etag: sha256, modifiedAt: addedAt, open: (range) => storage.open(storageKey, range) });`
 * @stable
 */
export function content(stored: Content): ContentReply {
  return { kind: 'content', ...stored };
}

/**
 * Answers with content that is made while it is sent, such as a zip, as a download without a length. `open` is called when the client wants
 * bytes, and its signal aborts when the client goes away. A stream that fails in the middle ends the connection, so that nobody takes a
 * part for the whole.
 * @example
 * `return stream('CM1.zip', (signal) => zipOf(files, storage, signal));`
 * @stable
 */
export function stream(name: string, open: (signal: AbortSignal) => Readable | Promise<Readable>): StreamReply {
  return { kind: 'stream', name, open };
}
