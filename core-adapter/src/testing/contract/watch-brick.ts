// SPDX-License-Identifier: EUPL-1.2
import type { UserAccess } from '../../api/access.js';
import type { SchoolDatabase } from '../../api/database.js';
import { watchReads } from './watch-reads.js';
import type { BrickDefinition } from '../../api/brick.js';
import type { BrickParts } from '../../host/bricks/brick-parts.js';

/** Observations about a running brick. */
export interface Watch {
  /** The brick, instrumented. */
  readonly brick: BrickDefinition;
  /** Registrations attempted after `activate` had returned. */
  readonly late: readonly string[];
  /** Errors thrown by its disposers, which the host does not report. */
  readonly stopFailures: readonly unknown[];
  /** Permissions that handlers checked. */
  readonly askedAbout: ReadonlySet<string>;
  /** Routes, such as `GET /events`, with handlers that read rows. */
  readonly readBy: ReadonlySet<string>;
}

export function watchBrick({ manifest, activate }: BrickDefinition): Watch {
  const late: string[] = [];
  const stopFailures: unknown[] = [];
  const askedAbout = new Set<string>();
  const readBy = new Set<string>();

  const activateWatched = async (brick: BrickParts): Promise<void> => {
    let returned = false;
    const register = (what: string, call: () => void): void => {
      if (returned) late.push(what);
      else call();
    };
    try {
      await activate(watchedContext(brick, register, { stopFailures, askedAbout, readBy }));
    } finally {
      returned = true;
    }
  };
  return { brick: { manifest, activate: activateWatched }, late, stopFailures, askedAbout, readBy };
}

/** The parts of a request that are watched. */
interface Watchable {
  readonly access: UserAccess<string>;
  readonly db: SchoolDatabase;
}

interface Seen {
  readonly stopFailures: unknown[];
  readonly askedAbout: Set<string>;
  readonly readBy: Set<string>;
}

function watchedContext(
  brick: BrickParts,
  register: (what: string, call: () => void) => void,
  { stopFailures, askedAbout, readBy }: Seen,
): BrickParts {
  const { http, auth, sources, commands } = brick;
  const watched = <R extends Watchable>(request: R, name: string): R => ({
    ...request,
    access: heard(request.access, askedAbout),
    db: watchReads(request.db, () => readBy.add(name)),
  });
  return {
    ...brick,
    http: {
      get: (path, route, handler) =>
        register(`GET ${path}`, () => http.get(path, route, (request) => handler(watched(request, `GET ${path}`)))),
      post: (path, route, handler) =>
        register(`POST ${path}`, () => http.post(path, route, (request) => handler(watched(request, `POST ${path}`)))),
    },
    auth: { ...auth, provide: (provider) => register('a way in', () => auth.provide(provider)) },
    sources: { provide: (source) => register(`the source ${source.name}`, () => sources.provide(source)) },
    commands: {
      provide: (name, run) => register(`the command ${name}`, () => commands.provide(name, run)),
    },
    describeStoredData: (tell) => register('describeStoredData', () => brick.describeStoredData(tell)),
    personalData: (handlers) => register('personalData', () => brick.personalData(handlers)),
    check: (check) => register(`the check ${check.name}`, () => brick.check(check)),
    onStop: (dispose) =>
      register('onStop', () =>
        brick.onStop(async () => {
          try {
            await dispose();
          } catch (error) {
            stopFailures.push(error);
          }
        }),
      ),
  };
}

function heard(access: UserAccess<string>, askedAbout: Set<string>): UserAccess<string> {
  return {
    can: (permission, belonging) => {
      askedAbout.add(permission);
      return access.can(permission, belonging);
    },
    groups: (permission) => {
      askedAbout.add(permission);
      return access.groups(permission);
    },
  };
}
