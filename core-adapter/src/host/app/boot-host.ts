// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../api/login/auth-provider.js';
import type { DirectorySource } from '../../api/directory/directory-source.js';
import { SettingsError } from '../infra/util/settings-error.js';
import type { Clock } from '../../api/log.js';
import { brickDatabase } from '../bricks/brick-database.js';
import { DeclaringBricks, isDeclared } from '../bricks/declare-bricks.js';
import { interceptExit } from '../bricks/intercept-exit.js';
import { registerBrick, type ActivationTools } from '../bricks/register-brick.js';
import type { HostContext } from '../context/host-context.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import type { BrickEntry, DeclaredBrick, FailedBrick, LoadedBrick, ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { deliveryJob } from '../domain/hand-over/delivery-job.js';
import { loginAddresses } from '../domain/sessions/login-addresses.js';
import type { SyncProgress } from '../domain/sync/sync-progress.js';
import { pendingOn, type SchemaOwner } from '../infra/database/migrate.js';
import { openDatabase } from '../infra/database/open-database.js';
import type { Environment } from '../infra/settings/resolve-values.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import { BrickErrorLog } from '../infra/util/brick-error-log.js';
import type { RootLog } from '../infra/util/create-log.js';
import { LIMITS, type Limits } from '../infra/util/limits.js';
import { createImports } from '../bricks/imports/create-imports.js';
import { addAssets, createContext } from './create-context.js';
import { createServices, type BootOptions, type Services } from './create-services.js';
import { failPending } from './fail-pending.js';
import { disposeAll, hostLifecycle, type HostLifecycle } from './host-lifecycle.js';
import { HostServer } from './host-server.js';
import { LateBricks } from './late-bricks.js';
import { schemaOwners } from './schema-owners.js';

export interface HostOptions {
  readonly settings: Settings;
  /** The bricks to declare; empty when `declaring` is given. */
  readonly bricks?: readonly BrickEntry[];
  readonly log: RootLog;
  readonly clock?: Clock;
  /** The values of `${NAME}` in the settings of bricks. */
  readonly env?: Environment;
  /** Records the uncaught errors of bricks. */
  readonly troubles?: BrickErrorLog;
  readonly limits?: Limits;
  /** The import of the bricks, already begun. The host starts with the imported bricks, and adds each other brick once it is imported. */
  readonly declaring?: DeclaringBricks;
  /** A port that may be open already. */
  readonly server?: HostServer;
  /** Receives the progress of a sync. */
  readonly onSyncProgress?: SyncProgress;
}

/** A host that is up: each brick is ready, has failed, or comes late. `listen` opens its port. */
export interface Host extends HostContext, HostLifecycle, Pick<LateBricks, 'onLate'> {
  /** Core and each brick with tables, in the order in which they migrate. */
  readonly owners: readonly SchemaOwner[];
}

/**
 * Declares and activates the bricks around one database. Fails when core's tables are not up to date (see `migrate`); a brick with
 * outdated tables fails alone.
 * @throws UnavailableError, SettingsError
 */
export async function bootHost(options: HostOptions): Promise<Host> {
  const allowExit = interceptExit();
  try {
    const host = await boot(options);
    return { ...host, stop: () => host.stop().finally(allowExit) };
  } catch (error) {
    allowExit();
    throw error;
  }
}

/** The steps of a boot. An error in any of them closes the database. */
async function boot(options: HostOptions): Promise<Host> {
  const { settings, log, server = new HostServer(() => undefined) } = options;
  const bootOptions = withDefaults(options);
  const declaring = options.declaring ?? (await declareAll(options, bootOptions.limits));
  const declared = declaring.soFar();
  const awaited = declaring.awaited();
  const owners = schemaOwners(declared.bricks.map(({ manifest }) => manifest));
  const tables = owners.flatMap(({ entities }) => entities);
  const database = await openDatabase(settings.database.url, tables, log);
  try {
    const migrated = failPending(declared.all, await pendingOn(database.dataSource, owners));
    const services = createServices(database, bootOptions);
    const register = registrar(services, bootOptions);
    const { bricks } = services;
    bricks.push(...(await Promise.all(migrated.map(register))));
    const { provider, sources } = await combineBricks(bricks);
    services.sources.push(...sources);
    const context = createContext(services, provider, bootOptions);
    const late = new LateBricks({
      ...{ declaring, awaited, bricks, log },
      async activate(brick) {
        const added = schemaOwners([brick.manifest]).filter(({ id }) => id === brick.id);
        owners.push(...added);
        await database.addEntities(added.flatMap(({ entities }) => entities));
        const [current = brick] = failPending(
          [brick],
          await services.database.unitOfWork.run(() => pendingOn(database.dataSource, added)),
        );
        return register(current);
      },
      clash: (brick) => lateClash(brick, services),
      join(brick) {
        services.sources.push(...brick.sources);
        addAssets(context.assets, brick);
      },
    });
    return { ...context, owners, ...hostLifecycle(context, server, late), onLate: (listener) => late.onLate(listener) };
  } catch (error) {
    // Open connections would keep the process from ending.
    await database.close();
    throw error;
  }
}

/** Declares the bricks of a host that waits for each of them. */
async function declareAll({ bricks = [], env = {} }: HostOptions, limits: Limits): Promise<DeclaringBricks> {
  const declaring = new DeclaringBricks(bricks, env, limits);
  await declaring.hadTheirTime;
  return declaring;
}

type Register = (brick: DeclaredBrick | FailedBrick) => Promise<LoadedBrick>;

function registrar(
  { database, storage, sync, directory, auditTrail, isTaken }: Services,
  { settings, log, clock, limits, troubles }: BootOptions,
): Register {
  const { unitOfWork } = database;
  const tools: ActivationTools = {
    clock,
    log: log.child,
    ...loginAddresses(settings.server.publicUrl, settings.session.secret),
    imports: (scope) => createImports(scope, { database, sync, directory, auditTrail, isTaken }),
    db: (manifest) => brickDatabase(unitOfWork, manifest, limits.transaction, storage),
    deliveryOf: deliveryJob({ unitOfWork, clock, auditTrail, troubles, limit: limits.transaction }),
  };
  return async (brick) => (isDeclared(brick) ? registerBrick(brick, tools, limits.activate) : brick);
}

function withDefaults({
  settings,
  log,
  clock = systemClock,
  troubles = new BrickErrorLog(clock),
  limits = LIMITS,
  onSyncProgress,
}: HostOptions): BootOptions {
  return { settings, log, clock, troubles, limits, onSyncProgress };
}

interface CombinedBricks {
  readonly provider: AuthProvider | undefined;
  readonly sources: readonly DirectorySource[];
}

/**
 * The login and the directory sources of all bricks.
 * @throws SettingsError when they cannot run together, after the bricks were disposed
 */
async function combineBricks(bricks: readonly LoadedBrick[]): Promise<CombinedBricks> {
  const ready = bricks.filter((brick) => brick.state === 'ready');
  const providers = ready.flatMap(({ authProvider }) => authProvider ?? []);
  const sources = ready.flatMap((brick) => brick.sources);
  const clash = clashAmong(providers, sources);
  if (clash !== undefined) {
    await disposeAll(ready);
    throw new SettingsError([clash]);
  }
  return { provider: providers[0], sources };
}

/** The reason why bricks that are each valid cannot run together; undefined when they can. */
function clashAmong(providers: readonly AuthProvider[], sources: readonly DirectorySource[]): string | undefined {
  if (providers.length > 1) return 'bricks: two bricks are of kind auth-provider; keep one';
  const twice = sources.find(({ name }, index) => sources.findIndex((other) => other.name === name) !== index);
  return twice && `bricks: two directory sources are named "${twice.name}"; rename one`;
}

/** A brick that logs users in cannot come late, since the whole host depends on the login. */
function lateClash({ authProvider, sources, manifest }: ReadyBrick, { isTaken }: Services): BrickFault | undefined {
  if (authProvider) {
    return {
      cause: `${manifest.id}: it brings the login, and came after the host had started.`,
      remedy: 'Write "volee": { "kind": "auth-provider" } into its package.json, and the host will wait for it.',
      isSlow: true,
    };
  }
  const twice = sources.find(({ name }) => isTaken(name));
  return twice && { cause: `${manifest.id}: another source is named "${twice.name}".`, remedy: 'Rename one.' };
}

const systemClock: Clock = { now: () => new Date() };
