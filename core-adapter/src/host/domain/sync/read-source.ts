// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { unlessAborted } from '../../infra/util/unless-aborted.js';
import type { SyncProgress } from './sync-progress.js';
import { interruptible } from './snapshot/interruptible.js';
import { collectSnapshot, type FindStored, type Snapshot } from './snapshot/snapshot.js';

/** The fingerprint of a source; null when it has none. */
export async function readFingerprint(source: DirectorySource, until: AbortSignal): Promise<string | null> {
  return (await unlessAborted(until, async () => source.fingerprint?.(until))) ?? null;
}

/** The digest of everything that the source says; null when it cannot tell. */
export async function readDigest(source: DirectorySource, until: AbortSignal): Promise<string | null> {
  const digest = (await unlessAborted(until, async () => source.digest?.(until))) ?? null;
  until.throwIfAborted();
  return digest;
}

interface Listeners {
  readonly onProgress: SyncProgress | undefined;
  readonly saveCursor: (cursor: string) => void;
  readonly saveDigest: (digest: string) => void;
  readonly findStored: FindStored;
}

/**
 * Reads a source in full.
 * @throws any error of the source, or the reason of the abort
 */
export async function readSource(
  source: DirectorySource,
  until: AbortSignal,
  { onProgress, saveCursor, saveDigest, findStored }: Listeners,
): Promise<Snapshot> {
  const records = interruptible(source.read(until, saveCursor, saveDigest), until);
  const snapshot = await collectSnapshot(onProgress ? withProgress(records, onProgress) : records, findStored);
  // A source that just ends on abort must not count as complete.
  until.throwIfAborted();
  return snapshot;
}

/** Yields the items and reports how many have come. */
async function* withProgress<T>(items: AsyncIterable<T>, onProgress: SyncProgress): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    count += 1;
    onProgress('reading', count);
    yield item;
  }
}
