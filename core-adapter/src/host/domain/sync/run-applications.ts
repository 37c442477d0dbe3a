// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '../../../api/log.js';
import { asError } from '../../infra/util/as-error.js';
import { TooSlowError, withTimeout } from '../../infra/util/with-timeout.js';
import { applyRun, type Application, type RunApplier } from './apply-run.js';
import type { SyncRun } from './runs/sync-runs.js';

/** How long somebody is kept waiting for an answer, in milliseconds. A region takes a minute, and proxies are less patient. */
const PATIENCE = 5_000;

/** Runs that people have applied in the console. One that takes long goes on by itself, and its page says so. */
export class RunApplications {
  readonly #underWay = new Map<number, Promise<unknown>>();

  constructor(
    private readonly applier: RunApplier & { readonly log: Log },
    private readonly patience = PATIENCE,
  ) {}

  /** Whether this process is writing it. */
  isUnderWay(id: number): boolean {
    return this.#underWay.has(id);
  }

  /**
   * Begins to apply a run, once however often it is asked for, and waits a little for the end.
   * @returns whether it has ended
   * @throws what `SyncService.apply` throws meanwhile; what it throws later stands in the run, and in the log
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

  /** When all have ended: before the database closes. */
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
