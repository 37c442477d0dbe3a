// SPDX-License-Identifier: EUPL-1.2
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { MoreThan } from 'typeorm';
import type { HostContext } from '../../context/host-context.js';
import type { LeaverService } from '../../domain/personal-data/leaver-service.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { LoginCounts } from '../../domain/sessions/login-counts.js';
import { CONTRACT_VERSION } from '../../bricks/contract-version.js';
import { countJobs } from '../../domain/jobs/job-list.js';
import { addSyncs } from './sync-metrics.js';
import { SessionRow } from '../../domain/sessions/session.entity.js';

/** The metrics of one host. Labels name bricks, sources and states: never a path, a person or a school. */
export interface Metrics {
  readonly registry: Registry;
  /** @param seconds from the first byte of the request to the last of the answer */
  observe(labels: RequestLabels, seconds: number): void;
}

export interface RequestLabels {
  /** `host`, or the id of a brick. */
  readonly owner: string;
  readonly method: string;
  /** `2xx`, `4xx`, … */
  readonly status: string;
}

/** The buckets in seconds; the last ones are for uploads. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** A registry of its own: two hosts may share a process. */
export function createMetrics(context: HostContext): Metrics {
  const registry = Registry.merge([metricsOfProcess()]);
  const durations = new Histogram({
    name: 'volee_http_request_duration_seconds',
    help: 'Time from a request to the end of its response.',
    labelNames: ['owner', 'method', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  addBuild(registry);
  addBricks(registry, context);
  addSessions(registry, context);
  addLeavers(registry, context.leavers);
  addLogins(registry, context.loginCounts);
  addJobs(registry, context.database.unitOfWork);
  addSyncs(registry, context);
  return { registry, observe: (labels, seconds) => durations.observe({ ...labels }, seconds) };
}

let ofProcess: Registry | undefined;

/**
 * Measures of Node.js, created once in a process: prom-client never releases its observers of the garbage collector and the event loop, and
 * they would keep each stopped host in memory.
 */
function metricsOfProcess(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

function addBuild(registry: Registry): void {
  new Gauge({
    name: 'volee_build_info',
    help: 'Always 1; the version of Volée and of Node.js.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version: CONTRACT_VERSION, node: process.versions.node }, 1);
}

function addBricks(registry: Registry, { bricks, troubles }: Pick<HostContext, 'bricks' | 'troubles'>): void {
  new Gauge({
    name: 'volee_brick_up',
    help: '1 for a brick that is ready, 0 for one that failed.',
    labelNames: ['brick'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { id, state } of bricks) this.set({ brick: id }, state === 'ready' ? 1 : 0);
    },
  });
  new Counter({
    name: 'volee_brick_troubles_total',
    help: 'Errors of a running brick that it did not catch.',
    labelNames: ['brick'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { id } of bricks) this.inc({ brick: id }, troubles.of(id)?.count ?? 0);
    },
  });
}

/** Counted when the metrics are read. Without the database only this metric is left out. */
function addSessions(
  registry: Registry,
  { database, clock, settings }: Pick<HostContext, 'clock' | 'database' | 'settings'>,
): void {
  new Gauge({
    name: 'volee_sessions',
    help: 'Sessions that are open.',
    registers: [registry],
    async collect() {
      this.remove();
      const count = await countSessions(database.unitOfWork, clock.now(), settings.session.idle).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
}

function addJobs(registry: Registry, unitOfWork: UnitOfWork): void {
  new Gauge({
    name: 'volee_jobs',
    help: 'Jobs of bricks that wait or run (waiting), and those that gave up (gave_up).',
    labelNames: ['brick', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { brick, waiting, gaveUp } of await countJobs(unitOfWork).catch(() => [])) {
        this.set({ brick, state: 'waiting' }, waiting);
        this.set({ brick, state: 'gave_up' }, gaveUp);
      }
    },
  });
}

function addLogins(registry: Registry, { logins, entryChecks, singleLogouts }: LoginCounts): void {
  const counters = [
    ['volee_logins_total', 'Logins through the SSO, by outcome.', logins],
    [
      'volee_login_entries_total',
      'Logins compared with their entry in the directory (checkLogins): only those of another person are refused.',
      entryChecks,
    ],
    [
      'volee_single_logouts_total',
      'Logout messages of the SSO: a session ended, no session was known, or the message was invalid.',
      singleLogouts,
    ],
  ] as const;
  for (const [name, help, counts] of counters) {
    new Counter({
      name,
      help,
      labelNames: ['outcome'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [outcome, count] of Object.entries(counts)) this.inc({ outcome }, count);
      },
    });
  }
}

function addLeavers(registry: Registry, leavers: LeaverService): void {
  new Gauge({
    name: 'volee_leavers',
    help: 'Persons that left and are not erased yet: within the delay (waiting), or after it (due).',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      const count = await leavers.count().catch(() => undefined);
      if (!count) return;
      this.set({ state: 'waiting' }, count.left - count.due);
      this.set({ state: 'due' }, count.due);
    },
  });
  new Counter({
    name: 'volee_persons_erased_total',
    help: 'Persons that this process erased.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(leavers.erased);
    },
  });
}

/** Sessions that are open: not at their end, and used within `idle` milliseconds. */
function countSessions(unitOfWork: UnitOfWork, now: Date, idle: number): Promise<number> {
  const open = { endsAt: MoreThan(now), seenAt: MoreThan(new Date(now.getTime() - idle)) };
  return unitOfWork.run((manager) => manager.countBy(SessionRow, open));
}
