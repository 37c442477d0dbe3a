// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as delay } from 'node:timers/promises';
import { UnavailableError } from '../api/errors.js';
import { bootHost, type Host, type HostOptions } from '../host/app/boot-host.js';
import { HostServer } from '../host/app/host-server.js';
import { startingApp } from '../host/app/starting-app.js';
import { DeclaringBricks } from '../host/bricks/declare-bricks.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';
import type { BrickEntry, LoadedBrick } from '../host/domain/bricks/loaded-brick.js';
import { LIMITS, type Limits } from '../host/infra/util/limits.js';
import { addSchedules } from './add-schedules.js';
import { Schedules } from './schedules.js';

export interface ServeOptions extends Omit<HostOptions, 'declaring' | 'server'> {
  readonly bricks: readonly BrickEntry[];
  /** Resolves when the host shall stop. */
  readonly stopped: Promise<unknown>;
  /** Rejects when the host fails. */
  readonly failure?: Promise<never>;
}

/**
 * Runs a host until it shall stop. The port opens at once; the host is up when its login brick has come, and the others have come or had
 * some time (ADR 51).
 * @throws UnavailableError when nobody could log in
 */
export async function serveHost({ stopped, failure, ...options }: ServeOptions): Promise<void> {
  const { settings, bricks, log, env = {}, limits = LIMITS } = options;
  const declaring = new DeclaringBricks(bricks, env, limits);
  const server = new HostServer(startingApp(settings, declaring));
  try {
    const { address, port } = await server.listen(settings);
    log.info({ listen: `${address}:${port}` }, 'volee is starting');
    const isOver = await Promise.race([untilServable(declaring, limits), stopped.then(() => true)]);
    if (isOver) return;
    const host = await bootHost({ ...options, declaring, server });
    await run(host, Promise.race([stopped, ...(failure ? [failure] : [])]));
  } finally {
    await server.close();
  }
}

/** @returns false: the host need not stop */
async function untilServable(declaring: DeclaringBricks, limits: Limits): Promise<false> {
  await declaring.login();
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([declaring.hadTheirTime, delay(limits.settle, undefined, { signal }).catch(() => undefined)]);
  settled.abort();
  return false;
}

async function run(host: Host, ended: Promise<unknown>): Promise<void> {
  const { log, settings } = host;
  const schedules = new Schedules(log);
  try {
    // Before the host answers: an invalid schedule must not leave a host that serves but never syncs.
    addSchedules(schedules, host);
    const loginLost = untilLoginLost(host);
    loginLost.catch(() => undefined);
    const { address, port } = await host.listen();
    host.startJobs();
    log.info({ listen: `${address}:${port}`, publicUrl: settings.server.publicUrl.href }, 'volee is ready');
    await Promise.race([ended, loginLost]);
    log.info({}, 'volee is stopping');
  } finally {
    await schedules.stop();
    await host.stop();
  }
}

/** Rejects when the login brick was too slow for the host: the service manager then starts it again. */
function untilLoginLost({ authProvider, bricks, onLate }: Host): Promise<never> {
  return new Promise((_, reject) => {
    const judge = (brick: LoadedBrick): void => {
      if (authProvider || brick.state === 'ready' || !brick.isSlow || brick.manifest?.kind !== 'auth-provider') return;
      reject(new UnavailableError(`Nobody can log in without the login brick: ${faultText(brick)}`));
    };
    bricks.forEach(judge);
    onLate(judge);
  });
}
