// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { Command } from 'commander';
import type { Host } from '../../host/boot-host.js';
import { followSource } from '../../host/sync/follow-source.js';
import { settingsToServe } from '../every-problem.js';
import { settingsFile } from '../global-options.js';
import { Jobs } from '../jobs.js';
import { hostFailure } from '../process-errors.js';
import { bootReadyHost } from '../with-host.js';

const SWEEP = '17 * * * *';

/** At night, before the directories are read. */
const ERASE = '41 2 * * *';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('the host: serves people until it is told to stop')
    .action(async (_options: unknown, command: Command) => {
      const file = settingsFile(command);
      const settings = await settingsToServe(file, process.env);
      const host = await bootReadyHost(settings, file, 'info');
      const jobs = new Jobs(host.log);
      try {
        // Before the port opens: a schedule that is wrong must not leave a host that serves and never syncs.
        addJobs(jobs, host);
        const { address, port } = await host.listen();
        host.log.info({ listen: `${address}:${port}`, publicUrl: settings.server.publicUrl.href }, 'volee is ready');
        await Promise.race([untilStopped(), hostFailure]);
        host.log.info({}, 'volee is stopping');
      } finally {
        await jobs.stop();
        await host.stop();
      }
    });
}

/** Syncs of the sources that have a schedule or are followed, erasing who left, and sweeping what is over of sessions. */
function addJobs(jobs: Jobs, { sources, sync, sessions, grants, leavers, log }: Host): void {
  for (const source of sources) {
    const { follow: every } = source;
    if (every !== undefined) {
      jobs.keep(`following ${source.name}`, (signal) => followSource(source, { sync, log, every }, signal));
    }
    if (source.schedule === undefined) continue;
    jobs.add(`the sync of ${source.name}`, source.schedule, async (signal) => {
      const { id, state } = await sync.run(source, signal);
      log.info({ source: source.name, run: id, state }, 'synced');
    });
  }
  jobs.add('erasing those who left', ERASE, async (signal) => {
    const { persons, kept, returned, leftovers } = await leavers.erase('clock', signal);
    log.info({ erased: persons.length, kept: new Set(kept.map(({ person }) => person)).size }, 'erased those who left');
    for (const person of returned) log.warn({ person }, 'came back while being erased: files erased, account kept');
    for (const brick of leftovers) log.warn({ brick }, 'a brick has tables and is not in volee.yaml; its rows stay');
  });
  jobs.add('sweeping what is over of sessions', SWEEP, async () => {
    await sessions.sweep();
    await grants.sweep();
  });
}

/** Resolves at the first signal to stop. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
}
