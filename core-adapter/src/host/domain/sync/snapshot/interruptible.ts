// SPDX-License-Identifier: EUPL-1.2
import { withTimeout } from '../../../infra/util/with-timeout.js';

/** The time limit for closing a source, in milliseconds. */
const CLOSING = 1_000;

/**
 * Yields the items until the signal aborts. The source may not listen to the signal and wait for an answer that never comes.
 * @throws the signal's reason
 */
export async function* interruptible<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let interrupt = (): void => undefined;
  // One listener for all items: there may be a million.
  const onAbort = (): void => interrupt();
  const next = (): Promise<IteratorResult<T>> =>
    new Promise((resolve, reject) => {
      interrupt = () => reject(signal.reason);
      iterator.next().then(resolve, reject);
    });
  let isOpen = true;
  signal.addEventListener('abort', onAbort);
  try {
    for (;;) {
      signal.throwIfAborted();
      const result = await next();
      isOpen = result.done !== true;
      if (!isOpen) return;
      yield result.value;
    }
  } catch (error) {
    isOpen = signal.aborted;
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (isOpen) await withTimeout(CLOSING, async () => iterator.return?.()).catch(() => undefined);
  }
}
