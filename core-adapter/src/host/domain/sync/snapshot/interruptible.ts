// SPDX-License-Identifier: EUPL-1.2
import { withTimeout } from '../../../infra/util/with-timeout.js';

/** How long a source may take to close what it had open, in milliseconds. */
const CLOSING = 1_000;

/**
 * The same items, until the signal ends: whoever makes them may not be listening, and wait for ever for what does not come.
 * @throws the signal's reason
 */
export async function* interruptible<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let interrupt = (): void => undefined;
  // One listener for all: there may be a million items.
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
