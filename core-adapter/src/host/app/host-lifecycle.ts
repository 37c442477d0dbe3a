// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { UnavailableError } from '../../api/errors.js';
import { dispose } from '../bricks/register-brick.js';
import type { HostContext } from '../context/host-context.js';
import { faultText } from '../domain/bricks/brick-fault.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { DatabaseUnavailableError } from '../infra/database/database-unavailable-error.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import type { DiskStorage } from '../infra/storage/disk-storage.js';
import { errorMessage } from '../infra/util/error-message.js';
import { createApp } from './create-app.js';
import type { HostServer } from './host-server.js';
import { keepLiveStreams } from './keep-live-streams.js';
import type { LateBricks } from './late-bricks.js';
import { storageFolder } from './storage-folder.js';

/** The interval at which long responses are checked for an ended session, in milliseconds. */
const LOOK = 2_000;

/** The interval at which live streams get a comment, in milliseconds: connections that are silent are closed after 120 s here, and after 60 s by nginx. */
const COMMENT = 25_000;

export interface HostLifecycle {
  /** Opens the port. @returns the address it listens at */
  listen(): Promise<AddressInfo>;
  /** Runs the jobs of bricks as they fall due, until the host stops. */
  startJobs(): void;
  /** Lets requests in flight and jobs end, then closes everything. */
  stop(): Promise<void>;
}

/** Starts and stops a host at its port. */
export function hostLifecycle(context: HostContext, server: HostServer, late: Pick<LateBricks, 'stop'>): HostLifecycle {
  const { settings, log, bricks, storage, jobs } = context;
  const app = createApp(context);
  const timers: NodeJS.Timeout[] = [];

  return {
    async listen() {
      // Logged here and not at boot: a command about another subject must not report bricks.
      for (const brick of bricks) if (brick.state === 'failed') log.error({ brick: brick.id }, faultText(brick));
      await prepareStorage(storage, settings);
      timers.push(setInterval(() => abortEnded(context), LOOK));
      timers.push(setInterval(() => void keepLiveStreams(context), COMMENT));
      server.show(app);
      return server.listen(settings);
    },
    startJobs: () => jobs.start(),
    async stop() {
      // Live streams would never end by themselves.
      context.live.endAll();
      await Promise.all([server.close(), jobs.stop(), late.stop()]);
      for (const timer of timers) clearInterval(timer);
      await context.requestedSyncs.stop();
      await context.applications.settled();
      await context.notices.settled();
      await disposeAll(bricks.filter((brick) => brick.state === 'ready'));
      await context.database.close();
    },
  };
}

/** Calls the `onStop` handlers of bricks, the last brick first. */
export async function disposeAll(bricks: readonly ReadyBrick[]): Promise<void> {
  for (const brick of [...bricks].reverse()) await dispose(brick.disposers);
}

function abortEnded({ inFlightResponses, log }: Pick<HostContext, 'inFlightResponses' | 'log'>): void {
  inFlightResponses.abortEnded().catch((error: unknown) => {
    // The loss of the database is reported elsewhere.
    if (error instanceof DatabaseUnavailableError) return;
    log.warn({ err: error }, 'open responses were not checked');
  });
}

/**
 * Called by the listening process only: a command that root runs must not create a folder that the server cannot write.
 * @throws UnavailableError when the folder cannot be made or read
 */
async function prepareStorage(storage: DiskStorage, settings: Settings): Promise<void> {
  try {
    await storage.prepare();
  } catch (error) {
    throw new UnavailableError(`Files cannot be stored in ${storageFolder(settings)} (${errorMessage(error)}).`, {
      remedy: 'Check storage.url, and who may write there.',
      cause: error,
    });
  }
}
