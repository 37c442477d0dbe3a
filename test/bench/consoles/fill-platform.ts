// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { insertDirectory } from '../shared/insert-directory.js';
import { inventIds } from './invented-ids.js';
import { inventActivations, inventAudit, inventSyncRuns } from './invented-past.js';
import { inventSchool, type InventedSchool, type SchoolSize, type Tables } from './invented-school.js';
import { insertRows } from './insert-rows.js';

export interface PlatformSize {
  readonly schools: number;
  readonly auditLines: number;
  readonly syncRuns: number;
}

/** 124 people: 60 pupils, 54 guardians, 8 teachers (one of them the head), 2 others. */
const USUAL: SchoolSize = { classes: 3, pupils: 20, guardians: 54, teachers: 8 };

/** 402 people. Used for the first school. */
const LARGE: SchoolSize = { classes: 8, pupils: 25, guardians: 180, teachers: 20 };

/** Number of schools built in memory at a time. */
const AT_ONCE = 100;

/** Fills the empty tables of a host. @returns the schools; the first is the large one */
export async function fillPlatform(
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
