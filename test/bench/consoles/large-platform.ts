// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';
import { cookieHeader } from '../../integration/session-cookie.js';
import { bootBenchHost } from '../shared/boot-bench-host.js';
import { inventedBricks } from './invented-bricks.js';
import { type InventedSchool, inventSchool, type SchoolSize, type Tables } from './invented-school.js';
import { insertDirectory } from '../shared/insert-directory.js';
import { inventIds } from './invented-ids.js';
import { insertRows, type Row } from './insert-rows.js';

const DAY = 86_400_000;

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

const ACTIONS = [
  ...['core.brick.enable', 'core.brick.disable', 'core.brick.change', 'core.administrator.grant'],
  ...['file-share.file.upload', 'file-share.file.delete', 'agenda.event.create', 'agenda.event.change'],
];

const COUNTS = {
  schools: { created: 0, changed: 1 },
  persons: { created: 31, changed: 7, moved: 3, disabled: 12, revived: 1 },
  attachments: { begun: 35, ended: 16 },
  groups: { created: 2, changed: 1, ended: 0, revived: 0 },
  memberships: { added: 40, removed: 18 },
  kinships: { added: 22, removed: 5 },
};

/** 124 people: 60 pupils, 54 guardians, 8 teachers (one of them the head), 2 others. */
const USUAL: SchoolSize = { classes: 3, pupils: 20, guardians: 54, teachers: 8 };

/** 402 people. Used for the first school. */
const LARGE: SchoolSize = { classes: 8, pupils: 25, guardians: 180, teachers: 20 };

/** Number of schools built in memory at a time. */
const AT_ONCE = 100;

/** A host in this process, full, with an administrator of the platform and the head of its largest school logged in. */
export interface LargePlatform {
  readonly url: string;
  readonly host: Host;
  readonly schools: readonly InventedSchool[];
  /** Seconds that filling took. */
  readonly filling: number;
  /** Cookies of sessions. */
  readonly administrator: string;
  readonly head: string;
  stop(): Promise<void>;
}

/** @param databaseUrl an empty database; a file of SQLite in a folder of its own when it is absent */
export async function openLargePlatform(size: PlatformSize, databaseUrl?: string): Promise<LargePlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-'));
  const clock = new TestClock('2026-11-24T09:00:00Z');
  const host = await bootBenchHost({ folder, databaseUrl, bricks: inventedBricks, clock });
  const begun = performance.now();
  const schools = await fillPlatform(host, size);
  const filling = (performance.now() - begun) / 1000;
  await appointAdministrators(host, schools);
  const { port } = await host.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    host,
    schools,
    filling,
    administrator: await cookieHeader(host, schools[1]?.headId ?? ''),
    head: await cookieHeader(host, schools[0]?.headId ?? ''),
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The head of the second school and a few others. */
async function appointAdministrators(host: Host, schools: readonly InventedSchool[]): Promise<void> {
  for (const { headLogin } of schools.slice(1, 13)) await host.administrators.grant(headLogin, null, 'cli');
}

interface PlatformSize {
  readonly schools: number;
  readonly auditLines: number;
  readonly syncRuns: number;
}

/** Fills the empty tables of a host. @returns the schools; the first is the large one */
async function fillPlatform(
  { database, clock }: Host,
  { schools: count, auditLines, syncRuns }: PlatformSize,
): Promise<InventedSchool[]> {
  const newId = inventIds();
  const now = clock.now();
  const schools: InventedSchool[] = [];
  while (schools.length < count) {
    const tables: Tables = new Map();
    for (let more = Math.min(AT_ONCE, count - schools.length); more > 0; more -= 1) {
      const n = schools.length;
      schools.push(inventSchool({ tables, newId, now }, n, n === 0 ? LARGE : USUAL));
    }
    await insertDirectory({ database }, tables);
  }
  const { dataSource } = database;
  await insertRows(dataSource, 'core_activation', inventActivations(schools, newId, now));
  await insertRows(dataSource, 'core_audit', inventAudit(schools, auditLines, newId, now));
  await insertRows(dataSource, 'core_sync_source', [{ name: 'ldap', appliedRun: syncRuns }]);
  await insertRows(dataSource, 'core_sync_run', inventSyncRuns(syncRuns, now));
  return schools;
}

/** Invents for each brick in a school two activations that are over, and one in force; a few are for some people only, or still to come. */
function inventActivations(schools: readonly InventedSchool[], newId: (at: Date) => string, now: Date): Row[] {
  return schools.flatMap(({ uai, headId, classIds }, n) =>
    inventedBricks.flatMap(({ manifest: { id: brick } }, index) => {
      const span = (from: number, until: number | null, more: Row = {}): Row => ({
        id: newId(before(now, from)),
        ...{ uai, brick, profiles: [], groupIds: [], from: before(now, from), decidedAt: before(now, from) },
        ...(until !== null && { until: before(now, until), endedAt: before(now, until), disabledBy: headId }),
        ...{ enabledBy: headId, ...more },
      });
      const some = [{}, { profiles: ['teacher'] }, { groupIds: classIds.slice(0, 2) }][(n + index) % 3];
      const toCome = (n + index) % 7 === 0 ? [span(-10, null, { groupIds: classIds.slice(0, 1) })] : [];
      return [span(400, 300), span(200, 100), span(50, null, some), ...toCome];
    }),
  );
}

/** Invents lines of two years, one after the other; one in twenty is about the platform, one in fifty failed. */
function inventAudit(schools: readonly InventedSchool[], count: number, newId: (at: Date) => string, now: Date): Row[] {
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(before(now, 730).getTime() + n * Math.floor((730 * DAY) / count));
    const school = schools[(n * 7919) % schools.length];
    const isOfPlatform = n % 20 === 0;
    return {
      id: newId(at),
      at,
      actor: isOfPlatform ? 'cli' : school?.headId,
      uai: isOfPlatform ? null : school?.uai,
      action: ACTIONS[(n * 13) % ACTIONS.length],
      subject: { brick: inventedBricks[n % inventedBricks.length]?.manifest.id },
      outcome: n % 50 === 0 ? 'failed' : 'done',
    };
  });
}

/** Invents one run a night; most change little, some nothing, one in forty was refused and one in fifty failed. */
function inventSyncRuns(count: number, now: Date): Row[] {
  return Array.from({ length: count }, (_, n) => {
    const startedAt = before(now, count - n);
    const state = n % 40 === 39 ? 'refused' : n % 50 === 49 ? 'failed' : n % 5 === 4 ? 'unchanged' : 'applied';
    const sentence = 'École des Lilas: 12 of 60 pupils are still there.';
    const reason = { code: 'profile-shrank', uai: '0390001A', profile: 'pupil', before: 60, after: 12, sentence };
    return {
      ...{ id: n + 1, source: 'ldap', state, startedAt, endedAt: new Date(startedAt.getTime() + 90_000), baseRun: n },
      counts: state === 'failed' ? null : COUNTS,
      ignored: state === 'failed' ? null : { total: 0, reasons: [] },
      verdict: { refused: state === 'refused', reasons: state === 'refused' ? [reason] : [], more: 0 },
      failure: state === 'failed' ? 'The directory does not answer.' : null,
    };
  });
}
