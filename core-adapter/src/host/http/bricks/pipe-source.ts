// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import { finished, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Uploaded content must never run with this origin's rights: it is sent as an attachment, without a type, in a sandbox. */
export const SANDBOX = "sandbox; default-src 'none'";
export const NO_TYPE = 'application/octet-stream';

/** Sends a stream of a brick to its end, piece by piece as they come. @throws the error of the stream, once the connection is closed */
export async function pipeSource(source: Readable, response: Response): Promise<void> {
  let isOver = false;
  // The client may leave while the source has no data to write.
  finished(
    response,
    AsyncResource.bind(() => {
      isOver = true;
      source.destroy();
    }),
  );
  try {
    // The content is not piped from stream to stream: the socket would then move it, and the brick's code would run outside the brick's
    // scope.
    await pipeline(source[Symbol.asyncIterator](), response);
  } catch (error) {
    // A client that goes away in the middle is no failure. Otherwise the pipeline has just destroyed the response, and its socket.
    if (!isOver) throw error;
  }
}
