// SPDX-License-Identifier: EUPL-1.2
import type { UserAccess } from '../../api/access.js';
import type { JobWork } from '../../api/brick-jobs.js';
import type { Jobs } from '../../api/jobs.js';
import type { Live } from '../../api/live.js';
import type { PortalParts } from '../../api/portal.js';
import type { School } from '../../api/people.js';
import type { SchoolDatabase } from '../../api/database.js';
import { watchReads } from './watch-reads.js';
import type { BrickDefinition } from '../../api/brick-base.js';
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
  /** Jobs that were enqueued since this was last emptied. */
  readonly enqueued: EnqueuedJob[];
  /** The topics that pages were told of. */
  readonly published: readonly Published[];
}

export interface Published {
  /** The route or the job that published it. */
  readonly by: string;
  readonly school: string;
  readonly personIds: readonly string[];
  readonly topic: string;
}

export interface EnqueuedJob {
  /** The route or the job that enqueued it: `POST /events`, `the job send`. */
  readonly by: string;
  readonly school: string;
  readonly name: string;
  readonly data: object;
  readonly key: string | undefined;
}

export function watchBrick({ manifest, activate }: BrickDefinition): Watch {
  const late: string[] = [];
  const stopFailures: unknown[] = [];
  const askedAbout = new Set<string>();
  const readBy = new Set<string>();
  const enqueued: EnqueuedJob[] = [];
  const published: Published[] = [];

  const activateWatched = async (brick: BrickParts): Promise<void> => {
    let returned = false;
    const register = (what: string, call: () => void): void => {
      if (returned) late.push(what);
      else call();
    };
    try {
      await activate(watchedContext(brick, register, { stopFailures, askedAbout, readBy, enqueued, published }));
    } finally {
      returned = true;
    }
  };
  const seen = { late, stopFailures, askedAbout, readBy, enqueued, published };
  return { brick: { manifest, activate: activateWatched }, ...seen };
}

/** The parts of a request that are watched. */
interface Watchable {
  readonly access: UserAccess<string>;
  readonly db: SchoolDatabase;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly school: School;
}

interface Seen {
  readonly stopFailures: unknown[];
  readonly askedAbout: Set<string>;
  readonly readBy: Set<string>;
  readonly enqueued: EnqueuedJob[];
  readonly published: Published[];
}

function watchedContext(
  brick: BrickParts,
  register: (what: string, call: () => void) => void,
  { stopFailures, askedAbout, readBy, enqueued, published }: Seen,
): BrickParts {
  const { http, auth, sources, commands, jobs } = brick;
  const watched = <R extends Watchable>(request: R, name: string): R => ({
    ...request,
    access: heard(request.access, askedAbout),
    db: watchReads(request.db, () => readBy.add(name)),
    jobs: noted(request, name, enqueued),
    live: heardOf(request, name, published),
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
    jobs: {
      provide: (name, options, run) =>
        register(`the job ${name}`, () =>
          jobs.provide(name, options, (work: JobWork, data, signal) =>
            run(watchedWork(work, `the job ${name}`, { enqueued, published }), data, signal),
          ),
        ),
    },
    handOver: {
      receive: (options, receive) => register('handOver.receive', () => brick.handOver.receive(options, receive)),
    },
    portal: (parts) => register('portal', () => brick.portal(watchedPortal(parts, askedAbout))),
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

function watchedWork(
  work: JobWork,
  by: string,
  { enqueued, published }: Pick<Seen, 'enqueued' | 'published'>,
): JobWork {
  return { ...work, jobs: noted(work, by, enqueued), live: heardOf(work, by, published) };
}

function watchedPortal(
  { tasks, badge, news, places, begin, week, ofChildren }: PortalParts<string, string>,
  askedAbout: Set<string>,
): PortalParts<string, string> {
  const hear = <R extends Pick<Watchable, 'access'>>(request: R): R => ({
    ...request,
    access: heard(request.access, askedAbout),
  });
  return {
    ...(tasks && { tasks: (request) => tasks(hear(request)) }),
    ...(badge && { badge: (request) => badge(hear(request)) }),
    ...(news && { news: (request) => news(hear(request)) }),
    ...(places && { places: (request) => places(hear(request)) }),
    ...(begin && { begin: (request) => begin(hear(request)) }),
    ...(week && { week: (request) => week(hear(request)) }),
    ...(ofChildren && { ofChildren: { ...ofChildren, things: (request) => ofChildren.things(hear(request)) } }),
  };
}

function heardOf({ live, school }: Pick<Watchable, 'live' | 'school'>, by: string, published: Published[]): Live {
  return {
    publish(personIds, topic) {
      live.publish(personIds, topic);
      published.push({ by, school: school.uai, personIds, topic });
    },
  };
}

function noted({ jobs, school }: Pick<Watchable, 'jobs' | 'school'>, by: string, enqueued: EnqueuedJob[]): Jobs {
  return {
    async enqueue(name, data, options) {
      await jobs.enqueue(name, data, options);
      enqueued.push({ by, school: school.uai, name, data, key: options?.key });
    },
  };
}

function heard(access: UserAccess<string>, askedAbout: Set<string>): UserAccess<string> {
  const hear = (permission: string): UserAccess<string> => {
    askedAbout.add(permission);
    return access;
  };
  return {
    can: (permission, scope) => hear(permission).can(permission, scope),
    filter: (permission, resources) => hear(permission).filter(permission, resources),
    heldAs: (permission, scope) => hear(permission).heldAs(permission, scope),
    groups: (permission) => hear(permission).groups(permission),
    pastGroups: (permission) => hear(permission).pastGroups(permission),
    isOnFor: (group) => access.isOnFor(group),
  };
}
