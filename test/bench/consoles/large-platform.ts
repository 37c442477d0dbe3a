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
import { inventActivations, inventAudit, inventSyncRuns } from './invented-past.js';
import { insertRows } from './insert-rows.js';

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
