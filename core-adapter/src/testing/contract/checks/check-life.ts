// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrickDefinition } from '../../../api/brick-base.js';
import { bootHost } from '../../../host/app/boot-host.js';
import { schemaOwners } from '../../../host/app/schema-owners.js';
import { createLog } from '../../../host/infra/util/create-log.js';
import { makeTables } from '../../make-tables.js';
import { TestClock } from '../../test-clock.js';
import { sqlite } from '../../test-databases.js';
import { testEntry, testSettings } from '../../test-settings.js';
import { testFolder } from '../../test-folder.js';
import { fault, reasonOf } from '../fault.js';
import { watchBrick } from '../watch-brick.js';
import { faultText } from '../../../host/domain/bricks/brick-fault.js';

/** Starts and stops the brick twice in one process and on one database; nothing may stay open. */
export async function checkLife(brick: BrickDefinition, settings: unknown = {}): Promise<void> {
  const folder = await mkdtemp(join(testFolder(), 'volee-life-'));
  const { url, drop } = await sqlite.fresh();
  try {
    await makeTables(url, schemaOwners([brick.manifest]));
    await comeAndGo(brick, settings, url, folder, 'first');
    await comeAndGo(brick, settings, url, folder, 'second');
  } finally {
    await drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function comeAndGo(
  definition: BrickDefinition,
  settings: unknown,
  url: string,
  folder: string,
  time: 'first' | 'second',
): Promise<void> {
  const openBefore = whatIsOpen();
  const { brick, stopFailures } = watchBrick(definition);
  const entry = testEntry({ brick, settings });
  const host = await bootHost({
    settings: testSettings(url, folder),
    bricks: [entry],
    log: createLog('silent'),
    clock: new TestClock(),
  });
  const [loaded] = host.bricks;
  await host.stop();
  if (loaded?.state === 'failed') {
    const hint = time === 'second' ? ' Keep no data in the module: release in "onStop" what "activate" opens.' : '';
    fault(`The brick does not start the ${time} time: ${faultText(loaded)}${hint}`);
  }
  if (stopFailures.length > 0) {
    fault(
      `A function given to "onStop" throws (${stopFailures.map(reasonOf).join('; ')}); in production its error is only logged.`,
    );
  }
  const left = await whatStaysOpen(openBefore);
  if (left.length > 0) {
    fault(`The brick leaves something open after it stopped (${left.join(', ')}); close it in "onStop".`);
  }
}

function whatIsOpen(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const type of process.getActiveResourcesInfo()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** The time allowed for closing, in milliseconds. Other code of this process also has timers, which end by themselves. */
const CLOSING = 1_500;

/** Returns an empty list as soon as nothing more is open than before; otherwise the resources that were open at every attempt. */
async function whatStaysOpen(before: ReadonlyMap<string, number>): Promise<string[]> {
  const begun = performance.now();
  let steady: string[] | undefined;
  for (;;) {
    const left = [...whatIsOpen()].filter(([type, count]) => count > (before.get(type) ?? 0)).map(([type]) => type);
    if (left.length === 0) return left;
    steady = steady?.filter((type) => left.includes(type)) ?? left;
    if (performance.now() - begun > CLOSING) return steady.length > 0 ? steady : left;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
