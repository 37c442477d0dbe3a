// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { Command } from 'commander';
import { Cron } from 'croner';
import type { Host } from '../../host/boot-host.js';
import { settingsOf } from '../global-options.js';
import { bootReadyHost } from '../with-host.js';

const SWEEP = '17 * * * *';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('the host: serves people until it is told to stop')
    .action(async (_options: unknown, command: Command) => {
      const settings = settingsOf(command);
      const host = await bootReadyHost(settings, 'info');
      const { address, port } = await host.listen();
      const jobs = startJobs(host);
      host.log.info({ listen: `${address}:${port}`, publicUrl: settings.server.publicUrl.href }, 'volee is ready');
      await untilStopped();
      host.log.info({}, 'volee is stopping');
      for (const job of jobs) job.stop();
      await host.stop();
    });
}

/** What the host does by the clock: syncs of sources that have a schedule, and sweeping ended sessions. */
function startJobs({ sources, sync, sessions, log }: Host): Cron[] {
  const tell = (sentence: string) => (error: unknown) => log.error({ err: error }, sentence);
  const scheduled = sources.flatMap((source) =>
    source.schedule === undefined
      ? []
      : new Cron(source.schedule, { protect: true, catch: tell(`the sync of ${source.name} failed`) }, async () => {
          const run = await sync.run(source, new AbortController().signal);
          log.info({ source: source.name, run: run.id, state: run.state }, 'synced');
        }),
  );
  return [...scheduled, new Cron(SWEEP, { catch: tell('ended sessions could not be swept') }, () => sessions.sweep())];
}

/** Resolves at the first signal to stop. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}
