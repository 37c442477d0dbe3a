// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DirectoryRecord } from '../api/directory/directory-source.js';
import { bootHost, type Host } from '../host/app/boot-host.js';
import { coreSchema } from '../host/app/core-schema.js';
import type { SchemaOwner } from '../host/infra/database/migrate.js';
import { createLog } from '../host/infra/util/create-log.js';
import { copyKept, folderOfKept } from './kept-database.js';
import { hostTables, withTables } from './make-tables.js';
import { CLASSMATE_RECORDS, lastYearsSource, OTHER_SCHOOL, sampleSourceWith, SCHOOL } from './sample-directory.js';
import { TestClock } from './test-clock.js';
import { testFolder } from './test-folder.js';
import { testSettings } from './test-settings.js';

const YEAR_MS = 365 * 86_400_000;

/** Runs two syncs, a year apart: the second one finds classes of last year, as in a school that has used the host for some time. */
export async function fillSample(host: Host, clock: TestClock, more: readonly DirectoryRecord[]): Promise<void> {
  clock.advance(-YEAR_MS);
  await host.sync.run(lastYearsSource, new AbortController().signal);
  clock.advance(YEAR_MS);
  await host.sync.run(sampleSourceWith([...CLASSMATE_RECORDS, ...more]), new AbortController().signal);
  await host.administrators.grant('head', SCHOOL, 'cli');
  await host.administrators.grant('headofotherschool', OTHER_SCHOOL, 'cli');
}

/**
 * Fills an empty database, with the tables of `makeTables`, from the sample. The first host of a run with these records at this instant is
 * filled through the real sync, without bricks; its database is kept and copied for all others.
 * @returns whether it did: a run without the folder `VOLEE_TEST_TABLES` fills each host by itself
 */
export async function copySample(
  url: string,
  more: readonly DirectoryRecord[],
  now: Date,
  owners: readonly SchemaOwner[] = [coreSchema],
): Promise<boolean> {
  if (folderOfKept() === undefined) return false;
  const digest = createHash('sha256')
    .update(JSON.stringify([now, more]))
    .digest('hex');
  const sample = { name: `sample-${digest}`, make: (empty: string) => makeSample(empty, more, now) };
  await copyKept(url, withTables(sample, owners));
  return true;
}

async function makeSample(url: string, more: readonly DirectoryRecord[], now: Date): Promise<void> {
  await copyKept(url, hostTables);
  const files = await mkdtemp(join(testFolder(), 'volee-sample-'));
  const clock = new TestClock(now);
  const host = await bootHost({ settings: testSettings(url, files), bricks: [], log: createLog('silent'), clock });
  try {
    await fillSample(host, clock, more);
  } finally {
    await host.stop();
    await rm(files, { recursive: true, force: true });
  }
}
