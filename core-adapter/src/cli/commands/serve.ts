// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { Command } from 'commander';
import { createLog } from '../../host/infra/util/create-log.js';
import { settingsFile } from '../global-options.js';
import { hostFailure } from '../process-errors.js';
import { bootReadyHost } from '../with-host.js';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('run the host until it receives SIGTERM or SIGINT')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const { settingsToServe } = await import('../settings-problems.js');
      const { addSchedules } = await import('../add-schedules.js');
      const { Schedules } = await import('../schedules.js');
      const settings = await settingsToServe(file, process.env);
      const host = await bootReadyHost(settings, file, createLog('info'));
      const schedules = new Schedules(host.log);
      // Before the first work: a signal during the start must stop the host cleanly and not kill the process.
      const stopped = untilStopped();
      try {
        // Before the port opens: an invalid schedule must not leave a host that serves but never syncs.
        addSchedules(schedules, host);
        const { address, port } = await host.listen();
        host.startJobs();
        host.log.info({ listen: `${address}:${port}`, publicUrl: settings.server.publicUrl.href }, 'volee is ready');
        await Promise.race([stopped, hostFailure]);
        host.log.info({}, 'volee is stopping');
      } finally {
        await schedules.stop();
        await host.stop();
      }
    });
}

/** Resolves at the first SIGTERM or SIGINT. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}
