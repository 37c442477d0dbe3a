// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../api/login/auth-provider.js';
import type { HostContext } from '../context/host-context.js';
import { ActivationService } from '../domain/activation/activation-service.js';
import { AdministratorService } from '../domain/administrators/administrator-service.js';
import { LapsingGrants } from '../domain/administrators/lapsing-grants.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';
import { ClockGuard } from '../domain/clock/clock-guard.js';
import { brickMoves } from '../domain/homonyms/move-in-bricks.js';
import { HomonymService } from '../domain/homonyms/homonym-service.js';
import { makeDueAgain } from '../domain/jobs/job-leases.js';
import { JobRunner } from '../domain/jobs/job-runner.js';
import { KeptTexts } from '../domain/kept-texts/kept-texts.js';
import { LiveStreams } from '../domain/live/live-streams.js';
import { LeaverService } from '../domain/personal-data/leaver-service.js';
import { inFlightResponses } from '../domain/sessions/in-flight-responses.js';
import { lastPerson } from '../domain/sessions/last-person.js';
import { loginAttempts } from '../domain/sessions/login-attempt.js';
import { loginCounts } from '../domain/sessions/login-counts.js';
import { pendingPgts } from '../domain/sessions/pending-pgts.js';
import { SESSIONS_ENDED } from '../domain/sessions/session-store.js';
import { sealWith } from '../domain/sessions/seal.js';
import { StandInService } from '../domain/stand-ins/stand-in-service.js';
import { RequestedSyncs } from '../domain/sync/requested-syncs.js';
import { RunApplications } from '../domain/sync/run-applications.js';
import { endLateWatches } from '../domain/sync/runs/sync-runs.js';
import { createAssets, type Assets } from '../infra/assets/assets.js';
import type { BootOptions, Services } from './create-services.js';
import { endLiveStreams } from './keep-live-streams.js';
import { setBackTimes } from './set-back-times.js';

/** The context of a host with active bricks. */
export function createContext(
  services: Services,
  authProvider: AuthProvider | undefined,
  { settings, clock, log, troubles, limits }: BootOptions,
): HostContext {
  const { database, auditTrail, sessions, tokens, storage, directory, notices, sync, sources, bricks, endAccess } =
    services;
  const { unitOfWork } = database;
  const live = new LiveStreams();
  const clockGuard = new ClockGuard({
    ...{ unitOfWork, clock, log, auditTrail },
    async onBack(manager, leap, now) {
      await makeDueAgain(manager, leap.from, now);
      await endLateWatches(manager, leap.from, now);
      if (leap.isInDoubt) await setBackTimes(manager, leap);
    },
  });
  sessions.on(SESSIONS_ENDED, (personIds: string[]) => void endLiveStreams({ live, sessions }, personIds));
  const seal = sealWith(settings.session.secret);
  const assets = createAssets();
  for (const brick of bricks) addAssets(assets, brick);
  return {
    ...{ settings, clock, log, troubles, limits, bricks, sources, authProvider },
    ...{ database, auditTrail, sessions, tokens, storage, directory, sync, notices },
    classJoins: services.classJoins,
    live,
    inFlightResponses: inFlightResponses(sessions),
    loginAttempts: loginAttempts(settings, clock),
    keptTexts: new KeptTexts(unitOfWork, clock),
    seal,
    lastPerson: lastPerson(settings.server.publicUrl, seal),
    pendingPgts: pendingPgts(unitOfWork, clock, seal),
    loginCounts: loginCounts(),
    administrators: new AdministratorService(unitOfWork, clock, auditTrail),
    lapsingGrants: new LapsingGrants({
      ...{ unitOfWork, clock, log, auditTrail, mail: settings.mail },
      publicUrl: settings.server.publicUrl,
      endAfter: settings.people.endGrantsAfter,
    }),
    activations: new ActivationService(unitOfWork, clock, auditTrail),
    standIns: new StandInService(unitOfWork, clock, auditTrail),
    assets,
    requestedSyncs: new RequestedSyncs({ sync, log }),
    applications: new RunApplications({ sync, auditTrail, log }),
    leavers: new LeaverService({ settings, clock, log, database, auditTrail, sessions, bricks, storage, limits }),
    jobs: new JobRunner({ database, storage, limits, clock, clockGuard, log, directory, bricks, troubles, live }),
    clockGuard,
    homonyms: new HomonymService({
      ...{ unitOfWork, clock, auditTrail, ...services.followers },
      loginSource: authProvider?.source,
      brickMoves: (manager, move) => brickMoves({ bricks, database, storage, limits, clock, log }, manager, move),
      endSessions: (personIds) => endAccess(personIds, 'merged'),
    }),
  };
}

/** Adds the static files of a brick that is active. */
export function addAssets(assets: Assets, brick: LoadedBrick): void {
  if (brick.state !== 'ready' || !brick.manifest.assets) return;
  const { assets: folder, styles = [] } = brick.manifest;
  assets.add(brick.id, { folder, styles });
}
