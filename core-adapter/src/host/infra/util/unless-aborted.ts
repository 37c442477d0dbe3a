// SPDX-License-Identifier: EUPL-1.2

/** The result of work, or the signal's reason as soon as that ends. What the work gives or throws later is dropped. */
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
