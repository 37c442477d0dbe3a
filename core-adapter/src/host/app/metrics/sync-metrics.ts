// SPDX-License-Identifier: EUPL-1.2
import { Counter, Gauge, type Registry } from 'prom-client';
import { In } from 'typeorm';
import type { HostContext } from '../../context/host-context.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { SyncRunRow } from '../../domain/sync/runs/sync-run.entity.js';

/** The changes of people in a sync. */
const KINDS = ['created', 'changed', 'moved', 'disabled', 'revived'] as const;

/** The states of a run that has ended. */
const ENDED = ['applied', 'unchanged', 'refused', 'failed', 'broken off'] as const;

/**
 * Metrics of the syncs, read from the runs in the database: a sync may have run in another process, or on the command line.
 * They are left out while the database is away.
 */
export function addSyncs(registry: Registry, { database, notices }: Pick<HostContext, 'database' | 'notices'>): void {
  let asked: Promise<LastRun[]> | undefined;
  // All metrics are collected at once: one query serves them.
  const runs = (): Promise<LastRun[]> => {
    asked ??= lastSyncRuns(database.unitOfWork)
      .catch(() => [])
      .finally(() => (asked = undefined));
    return asked;
  };
  const registers = [registry];
  addInstants(registers, runs);
  addLastRuns(registers, runs);
  addTotals(registers, runs);
  new Counter({
    ...{ name: 'volee_mails_total', labelNames: ['outcome'], registers },
    help: 'Mails to administrators that this process sent, or failed to send.',
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(notices.counts)) this.inc({ outcome }, count);
    },
  });
}

type ReadRuns = () => Promise<LastRun[]>;

/** When syncs ran last, and when they last succeeded. */
function addInstants(registers: Registry[], runs: ReadRuns): void {
  new Gauge({
    ...{ name: 'volee_sync_last_run_timestamp_seconds', labelNames: ['source', 'state'], registers },
    help: 'Start of the last sync of a source with this state.',
    async collect() {
      this.reset();
      for (const { source, state, startedAt } of await runs()) this.set({ source, state }, seconds(startedAt));
    },
  });
  new Gauge({
    ...{ name: 'volee_sync_last_success_timestamp_seconds', labelNames: ['source'], registers },
    help: 'Time of the last sync of a source that was applied or changed nothing.',
    async collect() {
      this.reset();
      for (const { source, endedAt } of latest(await runs(), ['applied', 'unchanged'])) {
        if (endedAt) this.set({ source }, seconds(endedAt));
      }
    },
  });
}

/** The duration of the last run, and the changes of the last applied one. */
function addLastRuns(registers: Registry[], runs: ReadRuns): void {
  new Gauge({
    ...{ name: 'volee_sync_last_run_duration_seconds', labelNames: ['source'], registers },
    help: 'Duration of the last sync of a source that ended; the wait for an approval is included.',
    async collect() {
      this.reset();
      for (const { source, startedAt, endedAt } of latest(await runs(), ENDED)) {
        if (endedAt) this.set({ source }, seconds(endedAt) - seconds(startedAt));
      }
    },
  });
  new Gauge({
    ...{ name: 'volee_sync_last_applied_persons', labelNames: ['source', 'kind'], registers },
    help: 'Persons that the last applied sync of a source created, changed, moved, disabled and revived.',
    async collect() {
      this.reset();
      for (const { source, counts } of latest(await runs(), ['applied'])) {
        for (const kind of KINDS) this.set({ source, kind }, counts?.persons[kind] ?? 0);
      }
    },
  });
}

function addTotals(registers: Registry[], runs: ReadRuns): void {
  new Counter({
    ...{ name: 'volee_sync_runs_total', labelNames: ['source', 'state'], registers },
    help: 'Syncs of a source by outcome.',
    async collect() {
      this.reset();
      for (const { source, state, total } of await runs()) this.inc({ source, state }, total);
    },
  });
}

/** The last run of each source that ended in one of these states. */
function latest(runs: readonly LastRun[], states: readonly LastRun['state'][]): LastRun[] {
  const bySource = new Map<string, LastRun>();
  for (const run of runs) {
    if (states.includes(run.state) && run.id > (bySource.get(run.source)?.id ?? 0)) bySource.set(run.source, run);
  }
  return [...bySource.values()];
}

function seconds(instant: Date): number {
  return instant.getTime() / 1000;
}

/** The last run of a source that reached a state. */
interface LastRun extends Pick<SyncRunRow, 'id' | 'source' | 'state' | 'startedAt' | 'endedAt' | 'counts'> {
  /** The number of runs of this source that reached this state. */
  readonly total: number;
}

/** For each source, the last run that reached each state. */
function lastSyncRuns(unitOfWork: UnitOfWork): Promise<LastRun[]> {
  return unitOfWork.run(async (manager) => {
    const last = await manager
      .createQueryBuilder(SyncRunRow, 'run')
      .select('MAX(run.id)', 'id')
      .addSelect('COUNT(*)', 'total')
      .groupBy('run.source')
      .addGroupBy('run.state')
      .getRawMany<{ id: number; total: number | string }>();
    // MariaDB gives a count as text.
    const totals = new Map(last.map(({ id, total }) => [id, Number(total)]));
    const runs = await manager.find(SyncRunRow, {
      select: { id: true, source: true, state: true, startedAt: true, endedAt: true, counts: true },
      where: { id: In([...totals.keys()]) },
    });
    return runs.map((run) => ({ ...run, total: totals.get(run.id) ?? 0 }));
  });
}
