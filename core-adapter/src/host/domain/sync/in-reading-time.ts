// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { neverEnding } from './sync-errors.js';

export interface ReadingTime {
  readonly signal: AbortSignal;
  /** In milliseconds. */
  readonly limit: number;
}

/**
 * Queries a source with a time limit: a hanging source must block neither the shutdown of the host nor the next sync.
 * @throws UnavailableError when the time is over, and any error of the source
 */
export async function inReadingTime<R>(
  source: DirectorySource,
  { signal, limit }: ReadingTime,
  question: (source: DirectorySource, until: AbortSignal) => Promise<R>,
): Promise<R> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(neverEnding(source.name, limit)), limit);
  try {
    return await question(source, AbortSignal.any([signal, tooLate.signal]));
  } finally {
    clearTimeout(timer);
    // `AbortSignal.any` and its listeners stay in memory until one of its sources aborts.
    tooLate.abort();
  }
}
