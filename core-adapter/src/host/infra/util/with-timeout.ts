// SPDX-License-Identifier: EUPL-1.2

export class TooSlowError extends Error {}

/**
 * The result of `work` if it takes less than `limit` milliseconds. Later results and errors are dropped.
 * @throws TooSlowError
 */
export async function withTimeout<R>(limit: number, work: () => Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlowError(`it took longer than ${limit / 1000} s`)), limit);
  });
  try {
    return await Promise.race([work(), expired]);
  } finally {
    clearTimeout(timer);
  }
}
