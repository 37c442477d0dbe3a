// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from '../../api/login/auth-provider.js';
import type { Check } from '../../api/check.js';
import type { RunCommand } from '../../api/command.js';
import type { DirectorySource } from '../../api/directory/directory-source.js';
import { InputError } from '../../api/errors.js';
import type { AnyManifest, BrickKind } from '../../api/manifest.js';
import type { MoveGroup, PersonalDataHandlers } from '../../api/personal-data.js';
import type { BrickJob } from '../domain/bricks/brick-job.js';
import type { BrickPortal } from '../domain/bricks/brick-portal.js';
import type { BrickReceive } from '../domain/bricks/brick-receive.js';
import type { BrickRoute } from '../domain/bricks/brick-route.js';
import type { DeclaredBrick, DescribeStoredData } from '../domain/bricks/loaded-brick.js';
import {
  declaredHandlers,
  declaredMoveGroup,
  personTables,
  requiredHandlers,
  undeclaredEntities,
} from '../domain/personal-data/declared-handlers.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';
import { checkFreshLogins } from './check-fresh-logins.js';
import { checkJob } from './check-job.js';
import { checkRoute } from './check-route.js';
import { withEntityLoaded } from './loaded-entity.js';
import { checkGroupColumns } from './check-group-columns.js';
import {
  checkIn,
  commandIn,
  jobIn,
  moveGroupIn,
  personalDataIn,
  providerIn,
  receiveIn,
  sourceIn,
} from './wrap-in-scope.js';

/** The parts that a brick registers at most once. */
export interface SingleParts {
  readonly authProvider?: AuthProvider;
  readonly describeStoredData?: DescribeStoredData;
  readonly portal?: BrickPortal;
  readonly receive?: BrickReceive;
  readonly personalData?: PersonalDataHandlers;
  readonly moveGroup?: MoveGroup;
}

/** The parts that a brick registers during `activate`. Every method throws InputError on an invalid or late registration. */
export class BrickRegistration {
  readonly routes: BrickRoute[] = [];
  readonly sources: DirectorySource[] = [];
  readonly checks: Check[] = [];
  readonly commands = new Map<string, RunCommand>();
  readonly jobs = new Map<string, BrickJob>();
  readonly disposers: (() => void | Promise<void>)[] = [];
  readonly #declared: DeclaredBrick;
  readonly #scope: BrickScope;
  #authProvider: AuthProvider | undefined;
  #describeStoredData: DescribeStoredData | undefined;
  #portal: BrickPortal | undefined;
  #receive: BrickReceive | undefined;
  #personalData: Partial<PersonalDataHandlers> | undefined;
  #moveGroup: MoveGroup | undefined;
  #isOpen = true;

  constructor(declared: DeclaredBrick, scope: BrickScope) {
    this.#declared = declared;
    this.#scope = scope;
  }

  addRoute(method: BrickRoute['method'], path: string, options: object, handler: unknown): void {
    this.#expect('feature');
    const route = { ...options, method, path, handler } as BrickRoute;
    checkRoute(route, this.#declared, this.routes);
    this.routes.push(withEntityLoaded(route));
  }

  setAuthProvider(provider: AuthProvider): void {
    this.#expect('auth-provider');
    this.#authProvider = providerIn(this.#scope, provider);
  }

  addSource(source: DirectorySource): void {
    this.#expect('directory-source');
    this.sources.push(sourceIn(this.#scope, source));
  }

  addCommand(name: string, run: RunCommand): void {
    this.#expectOpen();
    const { id, manifest } = this.#declared;
    if (!Object.hasOwn(manifest.commands ?? {}, name))
      throw new InputError(`the manifest of ${id} has no command "${name}"`);
    this.commands.set(name, commandIn(this.#scope, run));
  }

  addJob(job: BrickJob): void {
    this.#expect('feature');
    checkJob(job, this.jobs);
    this.jobs.set(job.name, jobIn(this.#scope, job));
  }

  setStoredDataDescription(describe: DescribeStoredData): void {
    this.#expect('feature');
    this.#describeStoredData = (school) => inBrick(this.#scope, () => describe(school));
  }

  setPortal(parts: BrickPortal): void {
    this.#expect('feature');
    const { id } = this.#declared;
    if (this.#portal)
      throw new InputError(`${id} calls "portal" twice.`, { remedy: 'Give tasks and badge in one call.' });
    this.#portal = parts;
  }

  /** @param deliveryOf makes the job that delivers what waits for a school; undefined without a database */
  setReceive(receive: BrickReceive, deliveryOf: (receive: BrickReceive) => BrickJob | undefined): void {
    this.#expect('feature');
    const { id } = this.#declared;
    if (this.#receive) throw new InputError(`${id} calls "handOver.receive" twice.`);
    if (typeof (receive.content as unknown as { safeParse?: unknown } | undefined)?.safeParse !== 'function')
      throw new InputError('its "handOver.receive" has no schema', { remedy: 'Give a zod schema as "content".' });
    this.#receive = receiveIn(this.#scope, receive);
    const job = deliveryOf(this.#receive);
    if (job) this.addJob(job);
  }

  setPersonalData(handlers: Partial<PersonalDataHandlers>): void {
    this.#expectOpen();
    if (!keepsPersonalData(this.#declared.manifest)) throw new InputError('its manifest declares no personal data');
    const required = requiredHandlers(this.#declared.manifest);
    const lacking = required.find((name) => typeof handlers[name] !== 'function');
    if (lacking) {
      throw new InputError(`its brick.personalData lacks ${lacking}`, {
        remedy: `Give all of ${required.join(', ')}.`,
      });
    }
    this.#personalData = handlers;
  }

  setMoveGroup(handler: MoveGroup): void {
    this.#expectOpen();
    if (this.#moveGroup)
      throw new InputError(`${this.#declared.id} calls "moveGroup" twice.`, {
        remedy: 'Move all rows in one handler.',
      });
    this.#moveGroup = handler;
  }

  addCheck(check: Check): void {
    this.#expectOpen();
    if (typeof check.name !== 'string') throw new InputError('a check has no name', { remedy: 'Name what it checks.' });
    this.checks.push(checkIn(this.#scope, check));
  }

  addDisposer(dispose: () => void | Promise<void>): void {
    this.#expectOpen();
    this.disposers.push(() => inBrick(this.#scope, dispose));
  }

  /** Checks that the registered parts are complete, and returns those that a brick has at most once. */
  finish(): SingleParts {
    checkFreshLogins(this.routes);
    const { manifest } = this.#declared;
    const idle = Object.keys(manifest.commands ?? {}).find((name) => !this.commands.has(name));
    if (idle !== undefined)
      throw new InputError(`its command "${idle}" does nothing`, {
        remedy: 'Pass one to "commands.provide".',
      });
    const personalData = this.#finishPersonalData();
    if (!this.#moveGroup) checkGroupColumns(manifest);
    const moveGroup = declaredMoveGroup(manifest, this.#moveGroup);
    return {
      ...(this.#authProvider && { authProvider: this.#authProvider }),
      ...(this.#describeStoredData && { describeStoredData: this.#describeStoredData }),
      ...(this.#portal && { portal: this.#portal }),
      ...(this.#receive && { receive: this.#receive }),
      ...(personalData && { personalData }),
      ...(moveGroup && { moveGroup: moveGroupIn(this.#scope, moveGroup) }),
    };
  }

  /** The handlers for personal data: the brick's own, the host's from the declared columns, or both. */
  #finishPersonalData(): PersonalDataHandlers | undefined {
    const { manifest } = this.#declared;
    if (!keepsPersonalData(manifest)) return undefined;
    if (!this.#personalData && requiredHandlers(manifest).length > 0) {
      const left = personTables(manifest) ? undeclaredEntities(manifest) : [];
      const declare = ` Or declare ${left.join(', ')} in its "tables", with "columns: {}" where no row names a person.`;
      throw new InputError('its manifest declares personal data, and nothing gives it out or erases it', {
        remedy: `Call brick.personalData.${left.length > 0 ? declare : ''}`,
      });
    }
    const own = this.#personalData ?? {};
    const handlers = personTables(manifest) ? declaredHandlers(manifest, own) : (own as PersonalDataHandlers);
    return personalDataIn(this.#scope, handlers);
  }

  /** Refuses every later registration. */
  close(): void {
    this.#isOpen = false;
  }

  #expectOpen(): void {
    const { id } = this.#declared;
    if (!this.#isOpen)
      throw new InputError(`${id} registered something after activate had returned.`, {
        remedy: 'Register everything inside it.',
      });
  }

  #expect(kind: BrickKind): void {
    this.#expectOpen();
    const { id, manifest } = this.#declared;
    if (manifest.kind !== kind)
      throw new InputError(`${id} is of kind ${manifest.kind}; only a brick of kind ${kind} may do this.`);
  }
}

function keepsPersonalData({ personalData }: AnyManifest): boolean {
  return personalData !== undefined && 'kept' in personalData;
}
