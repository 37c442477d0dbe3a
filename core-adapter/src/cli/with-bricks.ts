// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { createLog } from '../host/infra/util/create-log.js';
import type { LoadedBrick } from '../host/domain/bricks/loaded-brick.js';
import { declareOnce } from './declare-once.js';
import { limitsOf, settingsOf } from './global-options.js';

/** Activates the bricks, runs the work, and disposes of them. It needs no database, so it works before one exists. */
export async function withBricks<R>(
  command: Command,
  work: (bricks: readonly LoadedBrick[]) => Promise<R>,
): Promise<R> {
  const settings = await settingsOf(command);
  const { activateForChecks } = await import('../host/app/doctor/activate-for-checks.js');
  const declared = (await declareOnce(command, settings)).soFar();
  const { bricks, dispose } = await activateForChecks(declared, {
    clock: { now: () => new Date() },
    log: createLog('silent'),
    publicUrl: settings.server.publicUrl,
    limits: limitsOf(command),
  });
  try {
    return await work(bricks);
  } finally {
    await dispose();
  }
}
