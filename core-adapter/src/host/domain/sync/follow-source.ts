// SPDX-License-Identifier: EUPL-1.2
import { setTimeout } from 'node:timers/promises';
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { ConflictError, RefusedError, UnavailableError } from '../../../api/errors.js';
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import { newId } from '../../infra/database/new-id.js';
import { errorText } from '../../infra/util/error-text.js';
import type { SyncService } from './sync-service.js';

export interface FollowOptions {
  readonly sync: SyncService;
  readonly log: Log;
  /** The interval between two polls, in milliseconds. */
  readonly every: number;
}

/** The longest interval between polls of a directory that does not answer, in milliseconds. */
const SLOWEST = 60_000;

/**
 * Polls the fingerprint of a source and syncs when it changes, until the signal aborts. One host of several polls; another takes over when
 * its lease expires. After a refused plan or an unread school, the same fingerprint is retried once per `fullSyncInterval`. A source
 * without a fingerprint is logged once and polled less often.
 */
export async function followSource(
  source: DirectorySource,
  { sync, log, every }: FollowOptions,
  signal: AbortSignal,
): Promise<void> {
  const me = newId();
  const { name } = source;
  let unsettled: { readonly mark: string; readonly at: number } | undefined;
  let isReported = false;
  let pause = every;
  // Releases the lease at the end, so that the next host need not wait.
  const giveBack = (): Promise<unknown> => sync.watch(name, me, 0).catch(() => undefined);
  while (!signal.aborted) {
    try {
      if (await sync.watch(name, me, 3 * Math.max(every, SLOWEST))) {
        const mark = await sync.fingerprintOf(source, signal);
        if (mark === null) throw new UnavailableError(NOT_FOLLOWED);
        const isSettled = unsettled?.mark === mark && Date.now() - unsettled.at < (source.fullSyncInterval ?? 0);
        if (!isSettled && (await sync.hasChanged(source, mark))) {
          const outcome = await syncNow(source, { sync, log }, signal);
          unsettled = outcome === 'settled' ? undefined : { mark, at: Date.now() };
        }
      }
      if (isReported) log.info({ source: name }, 'the directory answers again: it is followed');
      isReported = false;
      pause = every;
    } catch (error) {
      if (signal.aborted) break;
      if (!isReported) log.warn({ source: name, err: asError(error) }, errorText(error));
      isReported = true;
      pause = Math.min(2 * pause, SLOWEST);
    }
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
  }
  await giveBack();
}

const NOT_FOLLOWED =
  'This directory does not tell whether it changed (contextCSN, kept by OpenLDAP with syncprov), so that it cannot be followed: it is read by its schedule alone.';

/**
 * Runs a sync. A refusal is logged, and its plan waits for approval.
 * @throws any other error of reading or writing, for a retry
 */
async function syncNow(
  source: DirectorySource,
  { sync, log }: Pick<FollowOptions, 'sync' | 'log'>,
  signal: AbortSignal,
): Promise<'refused' | 'partial' | 'settled'> {
  try {
    const { id, state, ignored } = await sync.run(source, signal);
    const unread = ignored?.unread;
    log.info({ source: source.name, run: id, state, ...(unread && { unread: unread.total }) }, 'synced');
    return unread ? 'partial' : 'settled';
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof RefusedError) {
      log.error({ source: source.name, err: error }, 'the sync was refused');
      return 'refused';
    }
    if (!(error instanceof ConflictError)) throw error;
    log.info({ source: source.name }, errorText(error));
    return 'settled';
  }
}
