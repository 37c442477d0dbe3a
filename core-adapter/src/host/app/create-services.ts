// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../api/directory/directory-source.js';
import type { Clock } from '../../api/log.js';
import { CONTRACT_VERSION } from '../bricks/contract-version.js';
import { AuditTrail } from '../domain/audit/audit-trail.js';
import { Directory } from '../domain/directory/directory.js';
import { enqueueDeliveries } from '../domain/hand-over/enqueue-deliveries.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';
import { ClassJoinService } from '../domain/class-joins/class-join-service.js';
import { groupMoves } from '../domain/class-joins/group-moves.js';
import { enqueueAfterSync } from '../domain/jobs/enqueue-after-sync.js';
import { SyncNotices } from '../domain/notices/sync-notices.js';
import type { SessionEnd } from '../domain/sessions/end-sessions.js';
import { SessionStore } from '../domain/sessions/session-store.js';
import type { SyncProgress } from '../domain/sync/sync-progress.js';
import { SyncService, type SyncServiceOptions } from '../domain/sync/sync-service.js';
import { AccessTokenService } from '../domain/tokens/access-token-service.js';
import type { Database } from '../infra/database/open-database.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import { DiskStorage } from '../infra/storage/disk-storage.js';
import type { BrickErrorLog } from '../infra/util/brick-error-log.js';
import type { RootLog } from '../infra/util/create-log.js';
import { asError } from '../infra/util/as-error.js';
import type { Limits } from '../infra/util/limits.js';
import { storageFolder } from './storage-folder.js';

/** The options of a host, with their defaults. */
export interface BootOptions {
  readonly settings: Settings;
  readonly log: RootLog;
  readonly clock: Clock;
  readonly troubles: BrickErrorLog;
  readonly limits: Limits;
  readonly onSyncProgress?: SyncProgress | undefined;
}

/** The services that bricks need when they are activated. */
export interface Services {
  readonly database: Database;
  readonly auditTrail: AuditTrail;
  readonly sessions: SessionStore;
  readonly tokens: AccessTokenService;
  readonly storage: DiskStorage;
  readonly directory: Directory;
  readonly notices: SyncNotices;
  readonly sync: SyncService;
  /** Empty until the bricks are active. */
  readonly sources: DirectorySource[];
  /** Empty until the bricks are active. */
  readonly bricks: LoadedBrick[];
  readonly classJoins: ClassJoinService;
  /** The work that follows when groups got other members: in the same transaction, and after it. */
  readonly followers: Required<Pick<SyncServiceOptions, 'onRegrouped' | 'onSynced'>>;
  /** Whether a source of the settings has this name. */
  isTaken(name: string): boolean;
  /** Ends the sessions and the tokens of people. */
  endAccess(personIds: readonly string[], reason: SessionEnd): Promise<void>;
}

export function createServices(database: Database, options: BootOptions): Services {
  const { settings, log, clock, limits, onSyncProgress } = options;
  const { unitOfWork } = database;
  const auditTrail = new AuditTrail(unitOfWork, clock);
  const sessions = new SessionStore(unitOfWork, clock, settings.session, auditTrail);
  const tokens = new AccessTokenService(unitOfWork, clock, auditTrail);
  const endAccess: Services['endAccess'] = async (personIds, reason) => {
    await sessions.endSessions({ persons: personIds }, reason);
    await tokens.endOf(personIds);
  };
  const storage = new DiskStorage(storageFolder(settings), { clock });

  const directory = new Directory(unitOfWork, clock);
  const sources: DirectorySource[] = [];
  const bricks: LoadedBrick[] = [];
  const isTaken = (name: string): boolean => sources.some((source) => source.name === name);
  const notices = new SyncNotices({ unitOfWork, log, publicUrl: settings.server.publicUrl, mail: settings.mail });
  const onRegrouped: Services['followers']['onRegrouped'] = (manager, uais) => {
    const ready = bricks.filter((brick) => brick.state === 'ready');
    return enqueueAfterSync(manager, uais, { bricks: ready, now: clock.now() });
  };
  const classJoins = new ClassJoinService({
    ...{ unitOfWork, clock, log, auditTrail, onRegrouped },
    groupMoves: (manager, move) => groupMoves({ bricks, database, storage, limits, clock, log }, manager, move),
  });
  const followers: Services['followers'] = { onRegrouped, onSynced: comparing(classJoins, log) };
  const sync = new SyncService({
    unitOfWork,
    clock,
    version: CONTRACT_VERSION,
    onDisabled: (personIds) => endAccess(personIds, 'left'),
    onBegun: (manager, uais) => enqueueDeliveries(manager, uais, clock.now()),
    ...followers,
    // Heads see the result of their own imports; notices are for the operators of the platform.
    onRunEnded: (run) => isTaken(run.source) && notices.onRunEnded(run),
    ...(onSyncProgress && { onProgress: onSyncProgress }),
  });

  return {
    database,
    auditTrail,
    sessions,
    tokens,
    storage,
    directory,
    notices,
    sync,
    sources,
    bricks,
    classJoins,
    followers,
    isTaken,
    endAccess,
  };
}

/** Compares the classes of schools; a failure is left to the next time. */
function comparing(classJoins: ClassJoinService, log: RootLog): Services['followers']['onSynced'] {
  return async (uais) => {
    await classJoins.settle(uais).catch((error: unknown) => {
      log.error({ err: asError(error) }, 'classes of several sources could not be compared');
    });
  };
}
