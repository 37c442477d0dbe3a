// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { asError } from './as-error.js';

/**
 * Binds the listeners of a stream to the caller's async context. Otherwise they run in the context of the code that moves the stream,
 * often a socket, where no brick is known. An error that a listener throws destroys the stream and nothing else.
 * @param threw receives each error that a listener throws
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
