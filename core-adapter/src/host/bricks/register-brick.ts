// SPDX-License-Identifier: EUPL-1.2
import type { BrickDatabase } from '../../api/directory/brick-database.js';
import type { Imports } from '../../api/directory/imports.js';
import type { ReceiveParcel } from '../../api/hand-over/hand-over.js';
import type { RunJob } from '../../api/brick-jobs.js';
import type { Clock, Log } from '../../api/log.js';
import type { AnyManifest } from '../../api/manifest.js';
import { noDatabase } from './brick-database.js';
import type { BrickParts } from './brick-parts.js';
import { BrickRegistration } from './brick-registration.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';
import { localClock } from '../infra/i18n/local-clock.js';
import { LIMITS } from '../infra/util/limits.js';
import { DEFAULT_TIME_ZONE } from '../domain/directory/default-time-zone.js';
import type { BrickJob } from '../domain/bricks/brick-job.js';
import type { BrickReceive } from '../domain/bricks/brick-receive.js';
import type { DeclaredBrick, LoadedBrick } from '../domain/bricks/loaded-brick.js';
import { errorMessage } from '../infra/util/error-message.js';
import { remedyOf } from '../infra/util/error-text.js';
import { TooSlowError, withTimeout } from '../infra/util/with-timeout.js';
import { UnavailableError } from '../../api/errors.js';

/** The imports of bricks that are activated without a host. */
const noImports: Imports = {
  of() {
    throw new UnavailableError('No data can be imported here: there is no database.');
  },
};

export interface ActivationTools {
  readonly clock: Clock;
  readonly callbackUrl: string;
  readonly grantUrl: string;
  log(brickId: string): Log;
  /** Absent without a database, since nothing can be imported then. */
  imports?(scope: BrickScope): Imports;
  /** Absent without a database. */
  db?(manifest: AnyManifest): BrickDatabase;
  /** The job that delivers parcels to the brick. Absent without a database. */
  deliveryOf?(brickId: string, receive: BrickReceive): BrickJob;
}

/** Runs a brick's `activate`. An error in it gives a failed brick, never a failed host. */
export async function registerBrick(
  declared: DeclaredBrick,
  tools: ActivationTools,
  timeLimit = LIMITS.activate,
): Promise<LoadedBrick> {
  const { id, definition, manifest, settings } = declared;
  const scope = { id };
  const log = tools.log(id);
  const registration = new BrickRegistration(declared, scope);
  const brick: BrickParts = {
    settings,
    log,
    clock: localClock(tools.clock, DEFAULT_TIME_ZONE),
    imports: tools.imports?.(scope) ?? noImports,
    db: tools.db?.(manifest) ?? noDatabase,
    ...registrarOf(id, registration, tools),
  };
  try {
    await withTimeout(timeLimit, async () => inBrick(scope, () => definition.activate(brick)));
    const single = registration.finish();
    const { routes, sources, checks, commands, jobs, disposers } = registration;
    return { id, state: 'ready', manifest, log, routes, sources, checks, commands, jobs, disposers, ...single };
  } catch (error) {
    await dispose(registration.disposers);
    const cause = `${id}: it could not be activated (${errorMessage(error)}).`;
    const isSlow = error instanceof TooSlowError;
    return { id, state: 'failed', manifest, cause, remedy: remedyOf(error), ...(isSlow && { isSlow }) };
  } finally {
    registration.close();
  }
}

/** The functions of the contract that register the parts of a brick. */
function registrarOf(
  id: string,
  registration: BrickRegistration,
  { callbackUrl, grantUrl, deliveryOf }: ActivationTools,
): Omit<BrickParts, 'settings' | 'log' | 'clock' | 'imports' | 'db'> {
  return {
    http: {
      get: (path, options, handler) => registration.addRoute('get', path, options, handler),
      post: (path, options, handler) => registration.addRoute('post', path, options, handler),
    },
    auth: { callbackUrl, grantUrl, provide: (provider) => registration.setAuthProvider(provider) },
    sources: { provide: (source) => registration.addSource(source) },
    commands: { provide: (name, run) => registration.addCommand(name, run) },
    jobs: {
      provide: (name, { data, every, afterSync = false, whileOff = false, needsSureClock = false }, run) =>
        registration.addJob({ name, data, every, afterSync, whileOff, needsSureClock, run: run as RunJob<unknown> }),
    },
    handOver: {
      receive: ({ content }, run) =>
        registration.setReceive({ content, run: run as ReceiveParcel<unknown> }, (receive) =>
          deliveryOf?.(id, receive),
        ),
    },
    portal: (parts) => registration.setPortal(parts),
    describeStoredData: (describe) => registration.setStoredDataDescription(describe),
    personalData: (handlers) => registration.setPersonalData(handlers),
    moveGroup: (handler) => registration.setMoveGroup(handler),
    check: (check) => registration.addCheck(check),
    onStop: (dispose) => registration.addDisposer(dispose),
  };
}

/** Runs disposers in reverse order; one that throws or hangs does not stop the others. */
export async function dispose(
  disposers: readonly (() => void | Promise<void>)[],
  timeLimit = LIMITS.dispose,
): Promise<void> {
  for (const one of [...disposers].reverse()) {
    try {
      await withTimeout(timeLimit, async () => one());
    } catch {
      // The brick is being stopped; its errors concern nobody any more.
    }
  }
}
