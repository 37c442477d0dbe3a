// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import { InputError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import { MutexByKey } from '../../infra/database/mutex.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { GRANT_SOURCE } from '../directory/attachment.entity.js';
import { STAND_IN_SOURCE } from '../directory/stand-in.entity.js';
import type { Approval } from './approval.js';
import { LIMITS } from '../../infra/util/limits.js';
import { errorText } from '../../infra/util/error-text.js';
import { unlessAborted } from '../../infra/util/unless-aborted.js';
import { adoptStableIds } from './apply/adopt-stable-ids.js';
import type { ApplyOptions } from './apply/apply-plan.js';
import { claimSource } from './apply/claim-source.js';
import { forecastLeftJoins } from './classes/join-forecast.js';
import { findSchoolsToJoin } from './classes/read-classes.js';
import { digestOfComparison, digestOfStored } from './digest-of-comparison.js';
import { inReadingTime, type ReadingTime } from './in-reading-time.js';
import { isUpToDate, isRecent } from './is-up-to-date.js';
import { planInFull, type Ask, type ReadingContext } from './plan-in-full.js';
import { planChanges } from './plan/plan-changes.js';
import { countPlan, isEmpty, NO_COUNTS, withJoins, type ClassForecast } from './plan/plan-counts.js';
import { readDigest, readFingerprint } from './read-source.js';
import type { SyncProgress } from './sync-progress.js';
import type { SyncPlan } from './plan/sync-plan.js';
import { PackedPlan, readPlanToApply } from './runs/stored-plan.js';
import { markBrokenOff } from './runs/mark-broken-off.js';
import { SyncRuns, type SyncRun } from './runs/sync-runs.js';
import { requireApplicable } from './sync-errors.js';
import { writeRun } from './write-run.js';

export interface SyncServiceOptions extends Pick<ApplyOptions, 'onDisabled' | 'onBegun' | 'onRegrouped'> {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** The version of the host: another one may make other plans of the same records. */
  readonly version?: string;
  /** The time limit for reading a source, in milliseconds. */
  readonly readingTime?: number;
  /**
   * Called after each sync with the schools in which classes may have to be joined: those in which groups changed, or all of the source where an
   * earlier sync may have left some. An error in it never fails the sync.
   */
  readonly onSynced?: (uais: readonly string[]) => Promise<void>;
  /** Called with each run that ended, in any state; an error in it never fails the sync. */
  readonly onRunEnded?: (run: SyncRun) => void;
  /** Called repeatedly with the progress of a sync. */
  readonly onProgress?: SyncProgress;
}

/** Syncs the directory with a source: snapshot → plan → guard → apply. Every step is stored in a numbered run. */
export class SyncService {
  readonly #options: SyncServiceOptions;
  readonly #runs: SyncRuns;
  // Within a process, the syncs of a source wait for each other; between two processes, the second fails with a conflict.
  readonly #turns = new MutexByKey();
  readonly #writes = new MutexByKey();

  constructor(options: SyncServiceOptions) {
    this.#options = options;
    this.#runs = new SyncRuns(options.unitOfWork);
  }

  /**
   * Reads the source and plans a sync; the run is then `planned`, `refused` (with its verdict) or `unchanged`. A source with an unchanged
   * fingerprint is not read again within its `fullSyncInterval`.
   * @param school UAI of the school when the source is a file that its head uploaded
   * @throws any error of the source, once the run is stored as failed
   */
  async plan(source: DirectorySource, signal: AbortSignal, school?: string): Promise<SyncRun> {
    const { name } = source;
    if (name === GRANT_SOURCE || name === STAND_IN_SOURCE)
      throw new InputError(`No directory source can be named "${name}": rights given by hand are.`);
    await this.markBrokenOff(name);
    const startedAt = this.#options.clock.now();
    const mark = await this.#ask(source, startedAt, signal, readFingerprint);
    const last = await this.#runs.lastReading(name);
    if (mark !== null && isUpToDate(last, mark, source, startedAt)) {
      const endedAt = this.#options.clock.now();
      return this.#notify(await this.#runs.add({ source: name, state: 'unchanged', startedAt, endedAt, mark }));
    }
    const changes = mark !== null && (await this.#planChanges(source, { last, startedAt, mark }, signal));
    if (changes) return changes;
    const context = { startedAt, mark, school };
    const unchanged = await this.#findUnchanged(source, { ...context, since: last?.since ?? null }, signal);
    return unchanged ?? this.#planInFull(source, context, signal);
  }

  /** Reads everything: snapshot → plan → guard, stored as one run. */
  async #planInFull(source: DirectorySource, context: ReadingContext, signal: AbortSignal): Promise<SyncRun> {
    const ask: Ask = (question) => this.#ask(source, context.startedAt, signal, question);
    const { run, plan } = await planInFull(source, { ...this.#options, ...context, ask });
    const stored = await this.#runs.add(run, plan);
    return stored.state === 'planned' ? stored : this.#notify(stored);
  }

  /**
   * A reading that is, entry by entry, one that was compared and changed nothing is not compared again: its run has the figures of that one.
   * Undefined when everything has to be compared.
   */
  async #findUnchanged(
    source: DirectorySource,
    { startedAt, mark, since }: ReadingContext & Pick<SyncRun, 'since'>,
    signal: AbortSignal,
  ): Promise<SyncRun | undefined> {
    const { name } = source;
    const compared = source.digest && (await this.#runs.lastCompared(name));
    // A digest from before the last applied run cannot be that of now.
    if (!compared || compared.baseRun !== (await this.applied(name))) return undefined;
    const [said, stored] = await Promise.all([
      this.#ask(source, startedAt, signal, readDigest),
      digestOfStored(this.#options, source, startedAt),
    ]);
    const digest = said === null ? null : digestOfComparison(stored, said);
    if (digest !== compared.digest) return undefined;
    const { baseRun, ignored, verdict } = compared;
    const counts = compared.counts && withJoins(compared.counts, await this.#leftJoins(name, startedAt));
    const figures = { baseRun, counts, ignored, verdict, digest, mark, since };
    const times = { startedAt, endedAt: this.#options.clock.now(), fullAt: startedAt };
    return this.#notify(await this.#runs.add({ source: name, state: 'unchanged', ...times, ...figures }));
  }

  /** Plans from the changes that a source reports; undefined when a full reading is needed. */
  async #planChanges(
    source: DirectorySource,
    { last, startedAt, mark }: { readonly last: SyncRun | undefined; readonly startedAt: Date; readonly mark: string },
    signal: AbortSignal,
  ): Promise<SyncRun | undefined> {
    const cursor = last?.since ?? null;
    if (cursor === null || !isRecent(last, source, startedAt)) return undefined;
    const { name } = source;
    const changes = await inReadingTime(source, this.#timeIn(signal), (one, until) =>
      unlessAborted(until, async () => one.changes?.(cursor, until)),
    ).catch((error: unknown) => {
      // A source that fails to report changes may still be read in full.
      if (signal.aborted) throw error;
    });
    const planned =
      changes && (await planChanges(this.#options.unitOfWork, { source: name, at: startedAt }, changes.records));
    if (!planned) return undefined;
    const { plan, baseRun } = planned;
    const packed = isEmpty(plan) ? undefined : new PackedPlan();
    await packed?.add(plan);
    const state = packed ? 'planned' : 'unchanged';
    const endedAt = packed ? null : this.#options.clock.now();
    const counts = withJoins(countPlan(plan), await this.#leftJoins(name, startedAt));
    const read = { since: changes.cursor, fullAt: last?.fullAt ?? null, counts };
    const run = await this.#runs.add({ source: name, state, startedAt, endedAt, baseRun, mark, ...read }, packed);
    return packed ? run : this.#notify(run);
  }

  /**
   * Applies a plan; an `unchanged` run has nothing to write and is returned as it is.
   * @throws NotFoundError
   * @throws RefusedError when the guard refused the run and there is no approval
   * @throws ConflictError when the run was applied or failed, or a later run was applied or found nothing to change
   * @throws InputError when an approval lacks its reason, or confirms the same people where no stable id differs
   */
  async apply(id: number, { approve }: { readonly approve?: Approval } = {}): Promise<SyncRun> {
    const { source } = await this.#runs.find(id);
    return this.#writes.run(source, async () => {
      await this.markBrokenOff(source);
      const run = await this.#runs.find(id);
      if (run.state === 'unchanged') {
        await this.#settle(run.source);
        return run;
      }
      requireApplicable(run, await this.#runs.lastReading(run.source), approve);
      const approval = run.state === 'refused' && approve && { approvedBy: approve.by, approvalReason: approve.reason };
      if (approve?.samePersons) return this.#adopt(run, approval || {});
      await this.#runs.beginWriting(id);
      let regrouped: readonly string[];
      try {
        regrouped = await writeRun(run, approval || {}, { ...this.#options, runs: this.#runs });
      } catch (error) {
        await this.#runs.end(id, { state: 'failed', endedAt: this.#options.clock.now(), failure: messageOf(error) });
        this.#notify(await this.#runs.find(id));
        throw error;
      }
      if (run.counts?.joinedClasses) await this.#settle(run.source);
      else if (regrouped.length > 0) await this.#options.onSynced?.(regrouped);
      return this.#notify(await this.#runs.find(id));
    });
  }

  /**
   * Plans, judges and applies in one call. An abort counts until the writing begins: it is thrown only while nothing is changed, and a plan
   * made by then waits to be applied.
   * @throws RefusedError naming the run and the guard's reasons; the plan is kept
   * @throws ConflictError when another sync of the source was applied meanwhile
   */
  run(source: DirectorySource, signal: AbortSignal): Promise<SyncRun> {
    return this.#turns.run(source.name, async () => {
      const { id } = await this.plan(source, signal);
      signal.throwIfAborted();
      return this.apply(id);
    });
  }

  /**
   * A run with its plan.
   * @throws NotFoundError
   */
  async show(id: number): Promise<SyncRun & { readonly plan: SyncPlan | null }> {
    return { ...(await this.#runs.find(id)), plan: await this.#runs.plan(id) };
  }

  /**
   * The fingerprint of a source, without storing a run; null when it has none.
   * @throws any error of the source
   */
  fingerprintOf(source: DirectorySource, signal: AbortSignal): Promise<string | null> {
    return inReadingTime(source, this.#timeIn(signal), readFingerprint);
  }

  /** Whether a source with this fingerprint would be read. */
  async hasChanged(source: DirectorySource, mark: string): Promise<boolean> {
    return !isUpToDate(await this.#runs.lastReading(source.name), mark, source, this.#options.clock.now());
  }

  /**
   * Leader election: one process polls a source until its lease expires.
   * @param processId id of the polling process
   * @param time length of the lease, in milliseconds
   */
  watch(source: string, processId: string, time: number): Promise<boolean> {
    return this.#runs.watch(source, processId, { now: this.#options.clock.now(), time });
  }

  /** Marks runs of a source as broken off when their process was killed while it wrote; every plan and application does so first. */
  markBrokenOff(source: string): Promise<void> {
    return markBrokenOff(this.#options.unitOfWork, source, this.#options.clock.now());
  }

  /** The latest run of a source, in any state. */
  last(source: string): Promise<SyncRun | undefined> {
    return this.#runs.last(source);
  }

  /** The number of the last applied run of a source; 0 before the first. */
  applied(source: string): Promise<number> {
    return this.#runs.applied(source);
  }

  /** Queries a source; a failure is stored as a failed run. */
  async #ask<R>(
    source: DirectorySource,
    startedAt: Date,
    signal: AbortSignal,
    question: (source: DirectorySource, until: AbortSignal) => Promise<R>,
  ): Promise<R> {
    try {
      return await inReadingTime(source, this.#timeIn(signal), question);
    } catch (error) {
      const endedAt = this.#options.clock.now();
      const failed = { state: 'failed', endedAt, failure: messageOf(error) } as const;
      this.#notify(await this.#runs.add({ source: source.name, startedAt, ...failed }));
      throw error;
    }
  }

  /** Also the schools in which an earlier sync left classes; those of other sources are left to the schedule. */
  async #settle(source: string): Promise<void> {
    const { unitOfWork, clock, onSynced } = this.#options;
    const schools = await unitOfWork.run((manager) => findSchoolsToJoin(manager, { source, at: clock.now() }));
    await onSynced?.([...schools.keys()]);
  }

  #leftJoins(source: string, at: Date): Promise<ClassForecast> {
    return forecastLeftJoins(this.#options.unitOfWork, { source, at });
  }

  #timeIn(signal: AbortSignal): ReadingTime {
    return { signal, limit: this.#options.readingTime ?? LIMITS.reading };
  }

  #notify(run: SyncRun): SyncRun {
    this.#options.onRunEnded?.(run);
    return run;
  }

  /** Applies only the new stable ids of a plan. The rest is not applied, so the next sync reads the source in full. */
  async #adopt(run: SyncRun, approval: Partial<SyncRun>): Promise<SyncRun> {
    const { unitOfWork, clock } = this.#options;
    const { id, source } = run;
    await unitOfWork.transaction(async (manager) => {
      await claimSource(manager, run);
      const adopted = await adoptStableIds(manager, source, readPlanToApply(manager, id));
      if (adopted === 0) throw new InputError(`In sync run ${id} nobody differs by the stable id alone.`);
      const unread = { mark: null, since: null, fullAt: null, counts: NO_COUNTS };
      await this.#runs.end(id, { state: 'applied', endedAt: clock.now(), ...approval, ...unread });
    });
    return this.#notify(await this.#runs.find(id));
  }
}

/** Cuts the message: its column holds 64 kB. */
function messageOf(error: unknown): string {
  return errorText(error).slice(0, 2_000);
}
