// SPDX-License-Identifier: EUPL-1.2
import type { Reply } from '../../../api/http.js';

const KINDS: ReadonlySet<string> = new Set<Reply['kind']>(['page', 'redirect', 'json', 'download']);

/**
 * The reply of a handler, checked: a brick may be written without types.
 * @throws Error naming the brick and its fault
 */
export function checkReply(brickId: string, reply: Reply): Reply {
  const { kind } = (reply as Reply | undefined) ?? {};
  if (kind === undefined || !KINDS.has(kind)) {
    throw new Error(
      `The handler of ${brickId} answered with no known kind of reply (${String(kind)}); return what page, redirect, json or download makes.`,
    );
  }
  if (reply.kind === 'download' && !(Number.isSafeInteger(reply.bytes) && reply.bytes >= 0)) {
    throw new Error(
      `The handler of ${brickId} announces a download of ${String(reply.bytes)} bytes; give the size of the content.`,
    );
  }
  return reply;
}
