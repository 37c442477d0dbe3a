// SPDX-License-Identifier: EUPL-1.2
import { setTimeout } from 'node:timers/promises';
import type { DirectorySource } from '../../../api/directory-source.js';
import { ConflictError, RefusedError, UnavailableError } from '../../../api/errors.js';
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import { newId } from '../../infra/database/new-id.js';
import { errorMessage } from '../../infra/util/error-message.js';
import type { SyncService } from './sync-service.js';

export interface FollowOptions {
  readonly sync: SyncService;
  readonly log: Log;
  /** Between two looks, in milliseconds. */
  readonly every: number;
}

/** A directory that does not answer is asked more and more rarely, at least so often, in milliseconds. */
const SLOWEST = 60_000;

/**
 * Looks at the mark of a source again and again, and syncs whenever it is another: what changes there is in the bricks some seconds
 * later. Of several hosts one follows; should it fall silent, another takes over. What came of a mark stands: a plan that was refused
 * waits for somebody and is not made again at each look, and neither is a school that could not be read asked for at each look. A source that keeps no mark is told once, and asked now and then. Ends with the
 * signal.
 */
export async function followSource(
  source: DirectorySource,
  { sync, log, every }: FollowOptions,
  signal: AbortSignal,
): Promise<void> {
  const me = newId();
  const { name } = source;
  let unsettled: { readonly mark: string; readonly at: number } | undefined;
  let isTold = false;
  let pause = every;
  // Given back at the end, so that whoever starts next need not wait.
  const giveBack = (): Promise<unknown> => sync.watch(name, me, 0).catch(() => undefined);
  while (!signal.aborted) {
    try {
      if (await sync.watch(name, me, 3 * Math.max(every, SLOWEST))) {
        const mark = await sync.markOf(source, signal);
        if (mark === null) throw new UnavailableError(NOT_FOLLOWED);
        const isSettled = unsettled?.mark === mark && Date.now() - unsettled.at < (source.fullSyncInterval ?? 0);
        if (!isSettled && (await sync.isNews(source, mark))) {
          const outcome = await syncNow(source, { sync, log }, signal);
          unsettled = outcome === 'settled' ? undefined : { mark, at: Date.now() };
        }
      }
      if (isTold) log.info({ source: name }, 'the directory answers again: it is followed');
      isTold = false;
      pause = every;
    } catch (error) {
      if (signal.aborted) break;
      if (!isTold) log.warn({ source: name, err: asError(error) }, errorMessage(error));
      isTold = true;
      pause = Math.min(2 * pause, SLOWEST);
    }
    await setTimeout(pause, undefined, { signal }).catch(() => undefined);
  }
  await giveBack();
}

const NOT_FOLLOWED =
  'This directory does not tell whether it changed (contextCSN, kept by OpenLDAP with syncprov), so that it cannot be followed: it is read by its schedule alone.';

/** What was refused is kept for whoever looks after syncs. @throws whatever else kept it from being read or written: it is tried again */
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
    log.info({ source: source.name }, error.message);
    return 'settled';
  }
}
