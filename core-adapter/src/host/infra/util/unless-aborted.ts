// SPDX-License-Identifier: EUPL-1.2

/** The result of `work`, or a rejection with the signal's reason as soon as it aborts. Later results and errors are dropped. */
export async function unlessAborted<R>(signal: AbortSignal, work: () => Promise<R>): Promise<R> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => (stop = () => reject(signal.reason)));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
