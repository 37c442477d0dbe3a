// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { ByteRange } from '../../../api/byte-range.js';

/** The part of content that a request asks for, and the status of its answer. */
export interface WantedPart {
  readonly status: 200 | 206 | 304 | 412 | 416;
  /** With 206 alone. */
  readonly range?: ByteRange;
}

/** The content as it is now. */
export interface Version {
  readonly bytes: number;
  /** With its quotes. Strong: content with the same tag has the same bytes (RFC 9110 §8.8.1). */
  readonly etag: string;
  /** In whole seconds, as in `Last-Modified`. */
  readonly modifiedAt: Date;
}

type Conditions = Pick<Request, 'method' | 'get'>;

/** Judges the conditions of a GET or HEAD in the order of RFC 9110 §13.2.2, and then its range. */
export function wantedPart(request: Conditions, version: Version): WantedPart {
  if (!isMatched(request, version)) return { status: 412 };
  if (isKnown(request, version)) return { status: 304 };
  // Ranges are defined for GET alone (RFC 9110 §14.2).
  const asked = request.method === 'GET' ? request.get('Range') : undefined;
  if (asked === undefined || !isForVersion(request, version)) return { status: 200 };
  return partOf(asked, version.bytes);
}

/** If-Match, else If-Unmodified-Since (RFC 9110 §13.1.1, §13.1.4). */
function isMatched(request: Conditions, { etag, modifiedAt }: Version): boolean {
  const tags = request.get('If-Match');
  if (tags !== undefined) return tags === '*' || tagsIn(tags).includes(etag);
  const since = instantOf(request.get('If-Unmodified-Since'));
  return since === undefined || modifiedAt.getTime() <= since;
}

/** If-None-Match, by weak comparison, else If-Modified-Since (RFC 9110 §13.1.2, §13.1.3). */
function isKnown(request: Conditions, { etag, modifiedAt }: Version): boolean {
  const tags = request.get('If-None-Match');
  if (tags !== undefined) return tags === '*' || tagsIn(tags).some((tag) => tag.replace(/^W\//, '') === etag);
  const since = instantOf(request.get('If-Modified-Since'));
  return since !== undefined && modifiedAt.getTime() <= since;
}

/** If-Range: without a strong tag or the very date of this version, the client has a part of another one (RFC 9110 §13.1.5). */
function isForVersion(request: Conditions, { etag, modifiedAt }: Version): boolean {
  const asked = request.get('If-Range');
  return asked === undefined || asked === etag || instantOf(asked) === modifiedAt.getTime();
}

function tagsIn(list: string): readonly string[] {
  return list.match(/(?:W\/)?"[^"]*"/g) ?? [];
}

/** The instant of an HTTP date (RFC 9110 §5.6.7), in milliseconds; undefined for any other text: such a condition is ignored. */
function instantOf(text: string | undefined): number | undefined {
  const instant = text?.endsWith(' GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** Reads one range (RFC 9110 §14.1.2). For several ranges, an invalid range and empty content, the answer is the whole content (§14.2). */
function partOf(asked: string, bytes: number): WantedPart {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(asked) ?? [];
  if (bytes === 0 || (first === '' && last === '')) return { status: 200 };
  if (first === '') return rangeTo(bytes - 1, Math.max(bytes - Number(last), 0));
  if (last !== '' && Number(last) < Number(first)) return { status: 200 };
  return rangeTo(last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1), Number(first));
}

function rangeTo(end: number, start: number): WantedPart {
  return start > end ? { status: 416 } : { status: 206, range: { start, end } };
}
