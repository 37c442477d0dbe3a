// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import { TooSlowError, withTimeout } from '../../infra/util/with-timeout.js';
import { applyRun, type Application, type RunApplier } from './apply-run.js';
import type { SyncRun } from './runs/sync-runs.js';

/** The time for which a request waits for the end, in milliseconds. A region takes a minute, and proxies time out earlier. */
const PATIENCE = 5_000;

/** Applies runs from the console. A long one continues in the background, and its page says so. */
export class RunApplications {
  readonly #underWay = new Map<number, Promise<unknown>>();

  constructor(
    private readonly applier: RunApplier & { readonly log: Log },
    private readonly patience = PATIENCE,
  ) {}

  /** Whether this process is applying the run. */
  isUnderWay(id: number): boolean {
    return this.#underWay.has(id);
  }

  /**
   * Applies a run, once for concurrent requests, and waits a short time for its end.
   * @returns whether it has ended
   * @throws any error of `SyncService.apply` meanwhile; a later error is stored in the run and logged
   */
  async apply(run: Pick<SyncRun, 'id' | 'source'>, application: Application): Promise<boolean> {
    const work = this.#underWay.get(run.id) ?? this.#begin(run, application);
    try {
      await withTimeout(this.patience, () => work);
      return true;
    } catch (error) {
      if (error instanceof TooSlowError) return false;
      throw error;
    }
  }

  /** Resolves when all have ended; call it before the database closes. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  #begin(run: Pick<SyncRun, 'id' | 'source'>, application: Application): Promise<unknown> {
    const work = applyRun(this.applier, run, application);
    const end = work
      .catch((error: unknown) => this.applier.log.error({ err: asError(error), run: run.id }, 'a run was not applied'))
      .finally(() => this.#underWay.delete(run.id));
    this.#underWay.set(run.id, end);
    return work;
  }
}
