// SPDX-License-Identifier: EUPL-1.2
import express from 'express';
import type { AuthProvider } from '../../api/auth-provider.js';
import type { Brick } from '../../api/brick.js';
import type { Check } from '../../api/check.js';
import type { RunCommand } from '../../api/command.js';
import type { BrickDatabase } from '../../api/database.js';
import type { DirectorySource } from '../../api/directory-source.js';
import type { Imports } from '../../api/imports.js';
import type { Clock, Log } from '../../api/log.js';
import type { Manifest } from '../../api/manifest.js';
import type { PersonalDataHandlers } from '../../api/personal-data.js';
import { noDatabase } from './brick-database.js';
import { noImports } from './no-imports.js';
import type { BrickRoute } from '../domain/bricks/brick-route.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';
import { checkFreshLogins } from './check-fresh-logins.js';
import { checkIn, commandIn, personalDataIn, providerIn, sourceIn } from './in-scope.js';
import { LIMITS } from '../infra/util/limits.js';
import type { DeclaredBrick, LoadedBrick, DescribeStoredData } from '../domain/bricks/loaded-brick.js';
import { errorMessage } from '../infra/util/error-message.js';
import { withTimeout } from '../infra/util/with-timeout.js';

export interface ActivationTools {
  readonly clock: Clock;
  readonly callbackUrl: string;
  readonly grantUrl: string;
  log(brickId: string): Log;
  /** Absent where there is no database: nothing can be imported there. */
  imports?(scope: BrickScope): Imports;
  /** Absent there, too. */
  db?(manifest: Manifest): BrickDatabase;
}

const HANDLERS = ['exportPerson', 'erasePerson', 'closeSchool'] as const;

/** Runs a brick's `activate`. Whatever it throws makes a failed brick, never a failed host. */
export async function registerBrick(
  declared: DeclaredBrick,
  tools: ActivationTools,
  timeLimit = LIMITS.activate,
): Promise<LoadedBrick> {
  const { id, definition, manifest, settings } = declared;
  const routes: BrickRoute[] = [];
  const sources: DirectorySource[] = [];
  const checks: Check[] = [];
  const commands = new Map<string, RunCommand>();
  const disposers: (() => void | Promise<void>)[] = [];
  const log = tools.log(id);
  const scope = { id };
  let authProvider: AuthProvider | undefined;
  let describeStoredData: DescribeStoredData | undefined;
  let personalData: PersonalDataHandlers | undefined;
  let open = true;

  function register(what: () => void): void {
    if (!open)
      throw new Error(`${id} registered something after activate had returned; register everything inside it.`);
    what();
  }
  function expectKind(kind: typeof manifest.kind): void {
    if (manifest.kind !== kind)
      throw new Error(`${id} is of kind ${manifest.kind}; only a brick of kind ${kind} may do this.`);
  }
  function route(method: BrickRoute['method'], path: string, options: object, handler: unknown): void {
    register(() => {
      expectKind('feature');
      routes.push(checkedRoute({ ...options, method, path, handler } as BrickRoute, declared, routes));
    });
  }

  const brick: Brick = {
    settings,
    log,
    clock: tools.clock,
    http: {
      get: (path, options, handler) => route('get', path, options, handler),
      post: (path, options, handler) => route('post', path, options, handler),
    },
    auth: {
      callbackUrl: tools.callbackUrl,
      grantUrl: tools.grantUrl,
      provide: (provider) =>
        register(() => {
          expectKind('auth-provider');
          authProvider = providerIn(scope, provider);
        }),
    },
    sources: {
      provide: (source) =>
        register(() => {
          expectKind('directory-source');
          sources.push(sourceIn(scope, source));
        }),
    },
    imports: tools.imports?.(scope) ?? noImports,
    db: tools.db?.(manifest) ?? noDatabase,
    commands: {
      provide: (name, run) =>
        register(() => {
          if (!Object.hasOwn(manifest.commands ?? {}, name))
            throw new Error(`the manifest of ${id} has no command "${name}"`);
          commands.set(name, commandIn(scope, run));
        }),
    },
    describeStoredData: (tell) =>
      register(() => {
        expectKind('feature');
        describeStoredData = (school) => inBrick(scope, () => tell(school));
      }),
    personalData: (handlers) =>
      register(() => {
        if (!keepsPersonalData(manifest)) throw new Error('its manifest says that it keeps nothing about persons');
        const lacking = HANDLERS.find((name) => typeof handlers[name] !== 'function');
        if (lacking) throw new Error(`its brick.personalData lacks ${lacking}; give all of ${HANDLERS.join(', ')}`);
        personalData = personalDataIn(scope, handlers);
      }),
    check: (check) =>
      register(() => {
        if (typeof check.name !== 'string') throw new Error('a check has no name; say in a word what it looks at');
        checks.push(checkIn(scope, check));
      }),
    onStop: (dispose) => register(() => void disposers.push(() => inBrick(scope, dispose))),
  };

  try {
    await withTimeout(timeLimit, async () => inBrick(scope, () => definition.activate(brick)));
    checkFreshLogins(routes);
    const idle = Object.keys(manifest.commands ?? {}).find((name) => !commands.has(name));
    if (idle !== undefined)
      throw new Error(`its command "${idle}" does nothing; give what it does to "commands.provide"`);
    if (keepsPersonalData(manifest) && !personalData)
      throw new Error(
        'its manifest says that it keeps personal data; call brick.personalData to give out and erase it',
      );
    const given = {
      ...(authProvider && { authProvider }),
      ...(describeStoredData && { describeStoredData }),
      ...(personalData && { personalData }),
    };
    return { id, state: 'ready', manifest, log, routes, sources, checks, commands, disposers, ...given };
  } catch (error) {
    await dispose(disposers);
    return { id, state: 'failed', manifest, cause: `${id}: it could not be activated (${errorMessage(error)}).` };
  } finally {
    open = false;
  }
}

function keepsPersonalData({ personalData }: Manifest): boolean {
  return personalData !== undefined && 'kept' in personalData;
}

/** Runs disposers in reverse; one that throws, or hangs, does not keep the others from running. */
export async function dispose(
  disposers: readonly (() => void | Promise<void>)[],
  timeLimit = LIMITS.dispose,
): Promise<void> {
  for (const one of [...disposers].reverse()) {
    try {
      await withTimeout(timeLimit, async () => one());
    } catch {
      // The brick is going away; there is nobody left to tell.
    }
  }
}

function checkedRoute(route: BrickRoute, { id, manifest }: DeclaredBrick, others: readonly BrickRoute[]): BrickRoute {
  const name = `${route.method.toUpperCase()} ${route.path}`;
  if (!route.path.startsWith('/')) throw new Error(`the address ${name} must begin with a slash`);
  if (typeof route.access !== 'string') {
    throw new Error(`the address ${name} names no permission, and none is public; write "access"`);
  }
  if (!Object.hasOwn(manifest.permissions ?? {}, route.access)) {
    throw new Error(
      `the address ${name} needs the permission "${route.access}", which the manifest of ${id} does not have`,
    );
  }
  try {
    // The same parser as when it is served: an address that it cannot read would keep the whole host from starting.
    express.Router().route(route.path);
  } catch (error) {
    throw new Error(`the address ${name} cannot be read (${errorMessage(error)})`, { cause: error });
  }
  if (route.group && route.load) {
    throw new Error(`the address ${name} has both "group" and "load"; keep "load", whose thing names its group`);
  }
  if (others.some(({ method, path }) => method === route.method && path === route.path)) {
    throw new Error(`the address ${name} is registered twice`);
  }
  return route;
}
