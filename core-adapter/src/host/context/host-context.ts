// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../api/login/auth-provider.js';
import type { DirectorySource } from '../../api/directory/directory-source.js';
import type { Clock, Log } from '../../api/log.js';
import type { ActivationService } from '../domain/activation/activation-service.js';
import type { AdministratorService } from '../domain/administrators/administrator-service.js';
import type { LapsingGrants } from '../domain/administrators/lapsing-grants.js';
import type { AuditTrail } from '../domain/audit/audit-trail.js';
import type { ClockGuard } from '../domain/clock/clock-guard.js';
import type { Database } from '../infra/database/open-database.js';
import type { Directory } from '../domain/directory/directory.js';
import type { Limits } from '../infra/util/limits.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';
import type { JobRunner } from '../domain/jobs/job-runner.js';
import type { KeptTexts } from '../domain/kept-texts/kept-texts.js';
import type { LiveStreams } from '../domain/live/live-streams.js';
import type { LastPerson } from '../domain/sessions/last-person.js';
import type { Seal } from '../domain/sessions/seal.js';
import type { LoginAttempts } from '../domain/sessions/login-attempt.js';
import type { LoginCounts } from '../domain/sessions/login-counts.js';
import type { PendingPgts } from '../domain/sessions/pending-pgts.js';
import type { LeaverService } from '../domain/personal-data/leaver-service.js';
import type { BrickErrorLog } from '../infra/util/brick-error-log.js';
import type { StandInService } from '../domain/stand-ins/stand-in-service.js';
import type { SyncNotices } from '../domain/notices/sync-notices.js';
import type { InFlightResponses } from '../domain/sessions/in-flight-responses.js';
import type { SessionStore } from '../domain/sessions/session-store.js';
import type { Settings } from '../infra/settings/settings.schema.js';
import type { DiskStorage } from '../infra/storage/disk-storage.js';
import type { RequestedSyncs } from '../domain/sync/requested-syncs.js';
import type { RunApplications } from '../domain/sync/run-applications.js';
import type { ClassJoinService } from '../domain/class-joins/class-join-service.js';
import type { HomonymService } from '../domain/homonyms/homonym-service.js';
import type { SyncService } from '../domain/sync/sync-service.js';
import type { AccessTokenService } from '../domain/tokens/access-token-service.js';
import type { Assets } from '../infra/assets/assets.js';

/** The services that the parts of the host share. Created once at boot; there are no other globals. */
export interface HostContext {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly directory: Directory;
  readonly administrators: AdministratorService;
  /** Rights of heads that directories no longer support. */
  readonly lapsingGrants: LapsingGrants;
  readonly activations: ActivationService;
  /** Replacement teachers. */
  readonly standIns: StandInService;
  readonly auditTrail: AuditTrail;
  readonly sessions: SessionStore;
  readonly inFlightResponses: InFlightResponses;
  /** Open pages, which are told of changes. */
  readonly live: LiveStreams;
  /** Login attempts, stored in the browser while a user logs in. */
  readonly loginAttempts: LoginAttempts;
  /** The person who logged in last in a browser. */
  readonly lastPerson: LastPerson;
  /** Encrypts what pages hand back to the host alone. */
  readonly seal: Seal;
  /** Texts that people have typed and not sent yet. */
  readonly keptTexts: KeptTexts;
  /** Proxy grants that the SSO has sent for sessions that are about to open. */
  readonly pendingPgts: PendingPgts;
  /** Counts of logins in this process. */
  readonly loginCounts: LoginCounts;
  readonly tokens: AccessTokenService;
  readonly storage: DiskStorage;
  readonly assets: Assets;
  /** The bricks. Read them at each request and keep no copy: a late brick takes its place here (ADR 51). */
  readonly bricks: readonly LoadedBrick[];
  /** Errors of running bricks. */
  readonly troubles: BrickErrorLog;
  /** Time limits for the code of bricks. */
  readonly limits: Limits;
  /** Holds deletions by age while the clock is in doubt. */
  readonly clockGuard: ClockGuard;
  /** Runs the jobs of bricks. */
  readonly jobs: JobRunner;
  readonly homonyms: HomonymService;
  readonly classJoins: ClassJoinService;
  readonly sync: SyncService;
  /** Syncs that logins ask for. */
  readonly requestedSyncs: RequestedSyncs;
  /** Runs that administrators apply in the console. */
  readonly applications: RunApplications;
  /** Mails about syncs that failed or were refused. */
  readonly notices: SyncNotices;
  readonly leavers: LeaverService;
  /** The directory sources. Read them at each request, as `bricks`. */
  readonly sources: readonly DirectorySource[];
  readonly authProvider: AuthProvider | undefined;
}
