// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { createLog } from '../host/infra/util/create-log.js';
import type { LoadedBrick } from '../host/domain/bricks/loaded-brick.js';
import { settingsFile, settingsOf } from './global-options.js';

/** Wakes the bricks, does the work, and puts them to sleep: for what needs no database, so that it works before there is one. */
export async function withBricks<R>(
  command: Command,
  work: (bricks: readonly LoadedBrick[]) => Promise<R>,
): Promise<R> {
  const settings = await settingsOf(command);
  const { activateForChecks } = await import('../host/app/doctor/activate-for-checks.js');
  const { namedBricks } = await import('./named-bricks.js');
  const { bricks, sleep } = await activateForChecks(namedBricks(settings, settingsFile(command)), {
    env: process.env,
    clock: { now: () => new Date() },
    log: createLog('silent'),
    publicUrl: settings.server.publicUrl,
  });
  try {
    return await work(bricks);
  } finally {
    await sleep();
  }
}
