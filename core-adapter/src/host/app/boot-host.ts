// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthProvider } from '../../api/auth-provider.js';
import type { DirectorySource } from '../../api/directory-source.js';
import { DomainError, SettingsError, UnavailableError } from '../../api/errors.js';
import type { Clock } from '../../api/log.js';
import { ActivationService } from '../domain/activation/activation-service.js';
import { AdministratorService } from '../domain/administrators/administrator-service.js';
import { AuditTrail } from '../domain/audit/audit-trail.js';
import type { RootLog } from '../infra/util/create-log.js';
import { brickDatabase } from '../bricks/brick-database.js';
import { DatabaseUnavailableError } from '../infra/database/database-unavailable-error.js';
import { pendingOn, type SchemaOwner } from '../infra/database/migrate.js';
import { openDatabase, type Database } from '../infra/database/open-database.js';
import { Directory } from '../domain/directory/directory.js';
import type { HostContext } from '../context/host-context.js';
import { createImports } from '../pages/imports/create-imports.js';
import { registerBrick, dispose, type ActivationTools } from '../bricks/register-brick.js';
import { declareBricks, isDeclared, type Declared } from '../bricks/declare-bricks.js';
import { failPending } from './fail-pending.js';
import { LIMITS, type Limits } from '../infra/util/limits.js';
import type { BrickEntry, LoadedBrick, ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { interceptExit } from '../bricks/intercept-exit.js';
import { BrickErrorLog } from '../infra/util/brick-error-log.js';
import { SyncNotices } from '../domain/notices/sync-notices.js';
import { schemaOwners } from './schema-owners.js';
import { loginAddresses } from '../domain/sessions/login-addresses.js';
import { loginCounts } from '../domain/sessions/login-counts.js';
import { loginAttempts } from '../domain/sessions/login-attempt.js';
import { pendingPgts } from '../domain/sessions/pending-pgts.js';
import { sealWith } from '../domain/sessions/seal.js';
import { LeaverService } from '../domain/personal-data/leaver-service.js';
import { openAnswers } from '../domain/sessions/in-flight-responses.js';
import { SessionStore } from '../domain/sessions/session-store.js';
import type { Environment } from '../infra/settings/resolve-values.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import { DiskStorage } from '../infra/storage/disk-storage.js';
import { HomonymService } from '../domain/homonyms/homonym-service.js';
import { RunApplications } from '../domain/sync/run-applications.js';
import type { SyncProgress } from '../domain/sync/sync-progress.js';
import { SyncService } from '../domain/sync/sync-service.js';
import { AccessTokenService } from '../domain/tokens/access-token-service.js';
import { createAssets } from '../infra/assets/assets.js';
import { createApp } from './create-app.js';
import { createServer } from './create-server.js';
import { errorMessage } from '../infra/util/error-message.js';

export interface HostOptions {
  readonly settings: Settings;
  readonly bricks: readonly BrickEntry[];
  readonly log: RootLog;
  readonly clock?: Clock;
  /** The values of `${NAME}` in the settings of bricks. */
  readonly env?: Environment;
  /** Records the uncaught errors of bricks. */
  readonly troubles?: BrickErrorLog;
  readonly limits?: Limits;
  /** Receives the progress of a sync. */
  readonly onSyncProgress?: SyncProgress;
}

/** A host that is up: every brick is ready or has failed. `listen` opens its port. */
export interface Host extends HostContext {
  /** Core and each brick with tables, in the order in which they migrate. */
  readonly owners: readonly SchemaOwner[];
  /** Opens the port. @returns the address it listens at */
  listen(): Promise<AddressInfo>;
  /** Lets requests in flight end, then closes everything. */
  stop(): Promise<void>;
}

/** How long requests in flight may take to end when the host stops, in milliseconds. */
const GRACE = 10_000;

/** How often long responses are checked for an ended session, in milliseconds. */
const LOOK = 2_000;

/**
 * Declares and activates the bricks around one database. Fails when core's tables are not up to date (see `migrate`); a brick with
 * outdated tables fails alone.
 * @throws UnavailableError, SettingsError
 */
export async function bootHost(options: HostOptions): Promise<Host> {
  const allowExit = interceptExit();
  try {
    const host = await bootDeclared(options);
    return { ...host, stop: () => host.stop().finally(allowExit) };
  } catch (error) {
    allowExit();
    throw error;
  }
}

async function bootDeclared(options: HostOptions): Promise<Host> {
  const { settings, bricks: entries, log, env = {}, limits } = options;
  const declared = await declareBricks(entries, env, limits);
  const owners = schemaOwners(declared.bricks.map(({ manifest }) => manifest));
  const database = await openDatabase(
    settings.database.url,
    owners.flatMap(({ entities }) => entities),
    log,
  );
  try {
    const migrated = failPending(declared.all, await pendingOn(database.dataSource, owners));
    return await bootAround(database, migrated, owners, options);
  } catch (error) {
    // Open connections would keep the process from ending.
    await database.close();
    throw error;
  }
}

async function bootAround(
  database: Database,
  declared: Declared['all'],
  owners: readonly SchemaOwner[],
  {
    settings,
    log,
    clock = systemClock,
    troubles = new BrickErrorLog(clock),
    limits = LIMITS,
    onSyncProgress,
  }: HostOptions,
): Promise<Host> {
  const { unitOfWork } = database;
  const auditTrail = new AuditTrail(unitOfWork, clock);
  const sessions = new SessionStore(unitOfWork, clock, settings.session);
  const tokens = new AccessTokenService(unitOfWork, clock, auditTrail);
  const endAccess = async (personIds: readonly string[]): Promise<void> => {
    await sessions.endOf(personIds);
    await tokens.endOf(personIds);
  };
  const storage = new DiskStorage(folderOf(settings), { clock });

  const directory = new Directory(unitOfWork, clock);
  let sources: readonly DirectorySource[] = [];
  const isTaken = (name: string): boolean => sources.some((source) => source.name === name);
  const notices = new SyncNotices({ unitOfWork, log, publicUrl: settings.server.publicUrl, mail: settings.mail });
  const sync = new SyncService({
    unitOfWork,
    clock,
    onDisabled: endAccess,
    // Heads see the result of their own imports; notices are for the operators of the platform.
    onRunEnded: (run) => isTaken(run.source) && notices.onRunEnded(run),
    ...(onSyncProgress && { onProgress: onSyncProgress }),
  });

  const tools: ActivationTools = {
    clock,
    log: log.child,
    ...loginAddresses(settings.server.publicUrl, settings.session.secret),
    imports: (scope) => createImports(scope, { sync, directory, auditTrail, isTaken }),
    db: (manifest) => brickDatabase(unitOfWork, manifest, limits.transaction, storage),
  };
  const bricks = await Promise.all(
    declared.map(async (brick) => (isDeclared(brick) ? registerBrick(brick, tools, limits.activate) : brick)),
  );

  const ready = bricks.filter((brick) => brick.state === 'ready');
  const providers = ready.flatMap(({ authProvider }) => authProvider ?? []);
  sources = ready.flatMap((brick) => brick.sources);
  const clash = clashAmong(providers, sources);
  if (clash) {
    await disposeAll(ready);
    throw new SettingsError([clash]);
  }

  const context: HostContext = {
    settings,
    clock,
    log,
    database,
    auditTrail,
    sessions,
    inFlightResponses: openAnswers(sessions),
    loginAttempts: loginAttempts(settings, clock),
    grants: pendingPgts(unitOfWork, clock, sealWith(settings.session.secret)),
    loginCounts: loginCounts(),
    tokens,
    storage,
    bricks,
    troubles,
    limits,
    directory,
    administrators: new AdministratorService(unitOfWork, clock, auditTrail),
    activations: new ActivationService(unitOfWork, clock, auditTrail),
    assets: createAssets(assetFolders(ready)),
    sync,
    notices,
    applications: new RunApplications({ sync, auditTrail, log }),
    leavers: new LeaverService({ settings, clock, log, database, auditTrail, bricks, storage, limits }),
    homonyms: new HomonymService({
      unitOfWork,
      clock,
      auditTrail,
      loginSource: providers[0]?.source,
      endSessions: endAccess,
    }),
    sources,
    authProvider: providers[0],
  };
  const server = createServer(createApp(context));
  let looking: NodeJS.Timeout | undefined;

  return {
    ...context,
    owners,
    async listen() {
      // Logged here and not at boot: a command about another subject must not report bricks.
      for (const brick of bricks) if (brick.state === 'failed') log.error({ brick: brick.id }, brick.cause);
      await prepareStorage(storage, settings);
      looking = setInterval(() => {
        context.inFlightResponses.abortEnded().catch((error: unknown) => {
          // The loss of the database is reported elsewhere.
          if (error instanceof DatabaseUnavailableError) return;
          log.warn({ err: error }, 'open answers were not looked at');
        });
      }, LOOK);
      return listen(server, settings);
    },
    async stop() {
      await close(server);
      clearInterval(looking);
      await context.applications.settled();
      await notices.settled();
      await disposeAll(ready);
      await database.close();
    },
  };
}

/** The reason why bricks that are each well cannot run together, or undefined. */
function clashAmong(providers: readonly AuthProvider[], sources: readonly DirectorySource[]): string | undefined {
  if (providers.length > 1) return 'bricks: two bricks want to be the way in; keep one of kind auth-provider';
  const twice = sources.find(({ name }, index) => sources.findIndex((other) => other.name === name) !== index);
  return twice && `bricks: two directory sources are named "${twice.name}"; rename one`;
}

async function disposeAll(bricks: readonly ReadyBrick[]): Promise<void> {
  for (const brick of [...bricks].reverse()) await dispose(brick.disposers);
}

const systemClock: Clock = { now: () => new Date() };

function folderOf({ storage }: Settings): string {
  return storage.url.slice('file:'.length);
}

/**
 * Called by the listening process only: a command that root runs must not create a folder that the server cannot write.
 * @throws UnavailableError when the folder cannot be made or read
 */
async function prepareStorage(storage: DiskStorage, settings: Settings): Promise<void> {
  try {
    await storage.prepare();
  } catch (error) {
    const reason = errorMessage(error);
    throw new UnavailableError(
      `Files cannot be kept in ${folderOf(settings)} (${reason}). Check storage.url, and who may write there.`,
      error,
    );
  }
}

function assetFolders(bricks: readonly LoadedBrick[]): Map<string, URL> {
  return new Map(bricks.flatMap(({ id, manifest }) => (manifest?.assets ? [[id, manifest.assets] as const] : [])));
}

async function listen(server: Server, { server: { listen: at } }: Settings): Promise<AddressInfo> {
  server.listen(at.port, at.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const reason = errorMessage(error);
    throw new DomainError(
      'UNAVAILABLE',
      `The port ${at.host}:${at.port} cannot be opened (${reason}). Stop what uses it, or change server.listen.`,
      {},
      error,
    );
  }
  return server.address() as AddressInfo;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(late);
}
