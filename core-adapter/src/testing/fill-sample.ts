// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DirectoryRecord } from '../api/directory-source.js';
import { bootHost, type Host } from '../host/app/boot-host.js';
import { coreSchema } from '../host/app/core-schema.js';
import { newId } from '../host/infra/database/new-id.js';
import { createLog } from '../host/infra/util/create-log.js';
import { makeTables } from './make-tables.js';
import { CLASSMATE_RECORDS, lastYearsSource, OTHER_SCHOOL, sampleSourceWith, SCHOOL } from './sample-directory.js';
import { TestClock } from './test-clock.js';
import { testFolder } from './test-folder.js';
import { testSettings } from './test-settings.js';

const YEAR_MS = 365 * 86_400_000;

/** Two syncs, a year apart: the second finds classes of last year, as in a school that has run the host for longer. */
export async function fillSample(host: Host, clock: TestClock, more: readonly DirectoryRecord[]): Promise<void> {
  clock.advance(-YEAR_MS);
  await host.sync.run(lastYearsSource, new AbortController().signal);
  clock.advance(YEAR_MS);
  await host.sync.run(sampleSourceWith([...CLASSMATE_RECORDS, ...more]), new AbortController().signal);
  await host.administrators.grant('head', SCHOOL, 'cli');
  await host.administrators.grant('headofotherschool', OTHER_SCHOOL, 'cli');
}

/**
 * Copies the host's tables with the sample in them into a new database on SQLite, as `makeTables` copies them without rows. The first
 * host of a run with these records at this instant is filled through the real sync, and kept in `VOLEE_TEST_TABLES`.
 * @returns whether it did: without that folder, and on MariaDB, each host is filled by itself
 */
export async function copySample(url: string, more: readonly DirectoryRecord[], now: Date): Promise<boolean> {
  const folder = process.env['VOLEE_TEST_TABLES'];
  if (folder === undefined || !url.startsWith('sqlite:')) return false;
  const digest = createHash('sha256')
    .update(JSON.stringify([now, more]))
    .digest('hex');
  const kept = join(folder, `sample-${digest}.sqlite`);
  if (!existsSync(kept)) await keepSample(kept, more, now);
  await copyFile(kept, url.slice('sqlite:'.length));
  return true;
}

async function keepSample(kept: string, more: readonly DirectoryRecord[], now: Date): Promise<void> {
  const folder = await mkdtemp(join(testFolder(), 'volee-sample-'));
  try {
    const url = `sqlite:${join(folder, 'volee.sqlite')}`;
    await makeTables(url, [coreSchema]);
    const clock = new TestClock(now);
    const settings = testSettings(url, join(folder, 'files'));
    const host = await bootHost({ settings, bricks: [], log: createLog('silent'), clock });
    const begun = `${kept}.${newId()}`;
    try {
      await fillSample(host, clock, more);
      await host.database.dataSource.query('VACUUM INTO ?', [begun]);
    } finally {
      await host.stop();
    }
    // Under another name until it is whole: another process of the run may look for it.
    await rename(begun, kept);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
