// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { asError } from '../../infra/util/as-error.js';

/**
 * From now on the listeners on a stream run in the name of who calls this. By themselves they run in that of who moves the stream,
 * often a socket, in which no brick is known. What one of them throws ends the stream, and nothing else.
 * @param threw is given what one of them throws
 */
export function guardStream(stream: Readable, threw: (error: unknown) => void): void {
  const emitter: EventEmitter = stream;
  const emit = AsyncResource.bind(emitter.emit.bind(emitter));
  emitter.emit = (...event) => {
    try {
      return emit(...event);
    } catch (error) {
      threw(error);
      stream.destroy(asError(error));
      return true;
    }
  };
}
