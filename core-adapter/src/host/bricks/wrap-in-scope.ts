// SPDX-License-Identifier: EUPL-1.2
import type { Strategy } from 'passport';
import type { AuthProvider, Credentials, Proxying, TestLoginResult } from '../../api/login/auth-provider.js';
import type { Check } from '../../api/check.js';
import type { RunCommand } from '../../api/command.js';
import type { DirectorySource } from '../../api/directory/directory-source.js';
import type { MoveGroup, PersonalDataHandlers } from '../../api/personal-data.js';
import type { BrickJob } from '../domain/bricks/brick-job.js';
import type { BrickReceive } from '../domain/bricks/brick-receive.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';

/** Wraps an auth provider so that it validates tickets in the brick's scope. */
export function providerIn(scope: BrickScope, provider: AuthProvider): AuthProvider {
  const { strategy } = provider;
  const judging = Object.create(strategy) as Strategy;
  // passport calls it on an object made for one request, with the methods `success`, `fail` and `error`.
  judging.authenticate = function (...request): unknown {
    return inBrick(scope, (): unknown => strategy.authenticate.apply(this, request));
  };
  return {
    ...(provider.source !== undefined && { source: provider.source }),
    strategy: judging,
    origin: provider.origin,
    supportsRenew: provider.supportsRenew ?? false,
    loginUrl: (kind) => inBrick(scope, () => provider.loginUrl(kind)),
    logoutUrl: (returnTo) => provider.logoutUrl(returnTo),
    readLogout: (message) => provider.readLogout(message),
    ...(provider.testLogin && {
      testLogin: (credentials: Credentials, signal: AbortSignal) =>
        inBrick(scope, async () => testLoginWith(provider, credentials, signalIn(scope, signal))),
    }),
    isProxyTicket: (ticket) => provider.isProxyTicket?.(ticket) ?? false,
    ...(provider.proxying && { proxying: proxyingIn(scope, provider.proxying) }),
  };
}

function proxyingIn(scope: BrickScope, proxying: Proxying): Proxying {
  return {
    readGrant: (query) => proxying.readGrant(query),
    ticketFor: (grant, service) => inBrick(scope, () => proxying.ticketFor(grant, service)),
  };
}

function testLoginWith(
  provider: AuthProvider,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<TestLoginResult> {
  if (!provider.testLogin) throw new Error('the login can no longer be tested');
  return provider.testLogin(credentials, signal);
}

export function sourceIn(scope: BrickScope, source: DirectorySource): DirectorySource {
  const { name, label, schedule, fullSyncInterval, pollInterval, guard } = source;
  return {
    name,
    ...(label !== undefined && { label }),
    ...(schedule !== undefined && { schedule }),
    ...(fullSyncInterval !== undefined && { fullSyncInterval }),
    ...(pollInterval !== undefined && { pollInterval }),
    ...(guard !== undefined && { guard }),
    fingerprint: (signal) =>
      inBrick(scope, () => source.fingerprint?.(signalIn(scope, signal)) ?? Promise.resolve(undefined)),
    ...(source.changes && {
      changes: (cursor: string, signal: AbortSignal) =>
        inBrick(scope, () => source.changes?.(cursor, signalIn(scope, signal)) ?? Promise.resolve(undefined)),
    }),
    ...(source.entriesOf && {
      entriesOf: (login: string) => inBrick(scope, () => source.entriesOf?.(login) ?? Promise.resolve([])),
    }),
    ...(source.digest && {
      digest: (signal: AbortSignal) =>
        inBrick(scope, () => source.digest?.(signalIn(scope, signal)) ?? Promise.resolve(undefined)),
    }),
    read: (signal, saveCursor, saveDigest) =>
      iterateIn(
        scope,
        inBrick(scope, () => source.read(signalIn(scope, signal), saveCursor, saveDigest)),
      ),
  };
}

export function checkIn(scope: BrickScope, check: Check): Check {
  const run: Check['run'] = (signal, schools) => inBrick(scope, () => check.run(signalIn(scope, signal), schools));
  return { name: check.name, run };
}

export function commandIn(scope: BrickScope, run: RunCommand): RunCommand {
  return (call) => inBrick(scope, async () => run({ ...call, signal: signalIn(scope, call.signal) }));
}

export function jobIn(scope: BrickScope, job: BrickJob): BrickJob {
  return {
    ...job,
    run: (work, data, signal) => inBrick(scope, async () => job.run(work, data, signalIn(scope, signal))),
  };
}

export function receiveIn(scope: BrickScope, { content, run }: BrickReceive): BrickReceive {
  return { content, run: (parcel) => inBrick(scope, async () => run(parcel)) };
}

export function personalDataIn(scope: BrickScope, handlers: PersonalDataHandlers): PersonalDataHandlers {
  return {
    exportPerson: (person) => inBrick(scope, () => handlers.exportPerson(person)),
    erasePerson: (person) => inBrick(scope, () => handlers.erasePerson(person)),
    movePerson: (move) => inBrick(scope, () => handlers.movePerson(move)),
    closeSchool: (school) => inBrick(scope, () => handlers.closeSchool(school)),
  };
}

export function moveGroupIn(scope: BrickScope, moveGroup: MoveGroup): MoveGroup {
  return (move) => inBrick(scope, () => moveGroup(move));
}

/** A signal that aborts with the given one, in the brick's scope: errors of the brick's listeners are then attributed to the brick. */
function signalIn(scope: BrickScope, signal: AbortSignal): AbortSignal {
  const own = new AbortController();
  const end = (): void => inBrick(scope, () => own.abort(signal.reason));
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return own.signal;
}

function iterateIn<T>(scope: BrickScope, items: AsyncIterable<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = inBrick(scope, () => items[Symbol.asyncIterator]());
      return {
        next: () => inBrick(scope, () => iterator.next()),
        return: (value: unknown) =>
          inBrick(scope, () => iterator.return?.(value) ?? Promise.resolve({ done: true, value })),
      };
    },
  };
}
