// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import type { SyncService } from './sync-service.js';

/** Runs syncs that a login asked for, in the background: an ordinary sync, with its plan and its guard. */
export class RequestedSyncs {
  readonly #ended = new AbortController();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #known = new Set<string>();
  /** Sources that were asked for while they were being read. */
  readonly #again = new Set<string>();

  constructor(private readonly host: { readonly sync: Pick<SyncService, 'run'>; readonly log: Log }) {}

  /**
   * Asks for a sync of a source. While one is running, another one follows: the first may have read the entry in question before it changed.
   * @param reason each reason counts once in the life of the process: a plan that waits for an administrator must not be made again at each
   * login
   */
  ask(source: DirectorySource, reason: string): void {
    const known = `${source.name} ${reason}`;
    if (this.#ended.signal.aborted || this.#known.has(known)) return;
    this.#known.add(known);
    if (this.#underWay.has(source.name)) this.#again.add(source.name);
    else this.#underWay.set(source.name, this.#runAll(source));
  }

  /** Ends the syncs that are running; call it before the database closes. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await this.settled();
  }

  /** Resolves when the syncs that were asked for so far have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  async #runAll(source: DirectorySource): Promise<void> {
    do await this.#run(source);
    while (this.#again.delete(source.name) && !this.#ended.signal.aborted);
    this.#underWay.delete(source.name);
  }

  async #run(source: DirectorySource): Promise<void> {
    const { sync, log } = this.host;
    try {
      const { id, state } = await sync.run(source, this.#ended.signal);
      log.info({ source: source.name, run: id, state }, 'synced, since a login asked for it');
    } catch (error) {
      log.error({ source: source.name, err: asError(error) }, 'the sync that a login asked for failed');
    }
  }
}
