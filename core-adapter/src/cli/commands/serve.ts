// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { Command } from 'commander';
import { createLog } from '../../host/infra/util/create-log.js';
import { settingsFile } from '../global-options.js';
import { hostFailure, troubles } from '../process-errors.js';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('run the host until it receives SIGTERM or SIGINT')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const { settingsToServe } = await import('../settings-problems.js');
      const settings = await settingsToServe(file, process.env);
      const { serveHost } = await import('../serve-host.js');
      const { namedBricks } = await import('../named-bricks.js');
      await serveHost({
        settings,
        bricks: namedBricks(settings, file),
        log: createLog('info'),
        env: process.env,
        troubles,
        // From now on a signal stops the host cleanly and does not kill the process.
        stopped: untilStopped(),
        failure: hostFailure,
      });
    });
}

/** Resolves at the first SIGTERM or SIGINT. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}
