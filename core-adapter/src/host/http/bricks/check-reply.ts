// SPDX-License-Identifier: EUPL-1.2
import { INLINE_TYPES, isInline } from '../../../api/content.js';
import type { Reply } from '../../../api/http.js';

const KINDS: ReadonlySet<string> = new Set<Reply['kind']>(['page', 'redirect', 'json', 'content', 'stream']);

/** The characters of an entity tag (RFC 9110 §8.8.3), within ASCII. */
const ETAG = /^[\x21\x23-\x7e]{1,100}$/;

/**
 * The reply of a handler, checked: a brick may be written without types.
 * @throws Error naming the brick and its fault
 */
export function checkReply(brickId: string, reply: Reply): Reply {
  const { kind } = (reply as Reply | undefined) ?? {};
  if (kind === undefined || !KINDS.has(kind)) {
    throw new Error(
      `The handler of ${brickId} answered with no known kind of reply (${String(kind)}); return what page, redirect, json, content or stream makes.`,
    );
  }
  const fault = faultOf(reply);
  if (fault !== undefined) throw new Error(`The handler of ${brickId} ${fault}.`);
  return reply;
}

function faultOf(reply: Reply): string | undefined {
  if (reply.kind !== 'content' && reply.kind !== 'stream') return undefined;
  if (typeof reply.name !== 'string') return `sends content called ${String(reply.name)}; give its name`;
  if (typeof reply.open !== 'function') return 'sends content without "open"; give the function that opens it';
  if (reply.kind === 'stream') return undefined;
  const { bytes, etag, modifiedAt, inline } = reply;
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    return `announces content of ${String(bytes)} bytes; give the size of the content`;
  if (!ETAG.test(etag))
    return `sends content with the etag "${etag}"; give 1 to 100 characters of ASCII, such as a digest`;
  if (!(modifiedAt instanceof Date) || Number.isNaN(modifiedAt.getTime()))
    return `sends content that was changed at ${String(modifiedAt)}; give a valid Date`;
  if (inline !== undefined && !isInline(inline))
    return `sends content as ${String(inline)}, which a page must not show; give one of ${INLINE_TYPES.join(', ')}`;
  return undefined;
}
