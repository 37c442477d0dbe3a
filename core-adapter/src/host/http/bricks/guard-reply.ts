// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../../api/byte-range.js';
import { UnavailableError } from '../../../api/errors.js';
import type { Reply } from '../../../api/http.js';
import { TooSlowError, withTimeout } from '../../infra/util/with-timeout.js';
import { guardStream } from '../../infra/util/guard-stream.js';

export interface ReplyGuard {
  /** The brick and its route, for messages: `GET /files/:id of file-share`. */
  readonly name: string;
  /** The time in which content must be open, in milliseconds. */
  readonly limit: number;
  /** Receives what listeners of the brick throw. */
  readonly threw: (error: unknown) => void;
}

/** A reply that opens its content within the time of a request, with the brick's listeners bound to the brick. */
export function guardReply(reply: Reply, guard: ReplyGuard): Reply {
  if (reply.kind === 'content')
    return { ...reply, open: (range?: ByteRange) => openGuarded(guard, () => reply.open(range)) };
  if (reply.kind === 'stream')
    return { ...reply, open: (signal: AbortSignal) => openGuarded(guard, () => reply.open(signal)) };
  return reply;
}

async function openGuarded(
  { name, limit, threw }: ReplyGuard,
  open: () => Readable | Promise<Readable>,
): Promise<Readable> {
  const opening = (async () => open())();
  let source: Readable;
  try {
    source = await withTimeout(limit, () => opening);
  } catch (error) {
    if (!(error instanceof TooSlowError)) throw error;
    // A content that is opened too late must not stay open.
    void opening.then(
      (late) => late.destroy(),
      () => undefined,
    );
    throw new UnavailableError(`${name} does not open its content: ${error.message}.`);
  }
  if (!isReadable(source)) throw new Error(`${name} opened no stream; return a Readable from "open".`);
  guardStream(source, threw);
  return source;
}

/** A brick may be written without types. */
function isReadable(source: Partial<Readable> | undefined): boolean {
  return typeof source?.destroy === 'function' && typeof source[Symbol.asyncIterator] === 'function';
}
