// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import { UnavailableError } from '../../api/errors.js';
import type { BrickEntry, DeclaredBrick, FailedBrick } from '../domain/bricks/loaded-brick.js';
import type { Environment } from '../infra/settings/resolve-values.js';
import type { BrickScope } from '../infra/util/brick-scope.js';
import { LIMITS, type Limits } from '../infra/util/limits.js';
import { TooSlowError, withTimeout } from '../infra/util/with-timeout.js';
import { declareBrick, failedBrick } from './declare-brick.js';
import { idFromName } from './id-from-name.js';
import { interceptExit } from './intercept-exit.js';
import { withUniqueIds } from './with-unique-ids.js';

type Known = DeclaredBrick | FailedBrick;

export interface Declared {
  /** Every brick, in the order of `volee.yaml`: `bricks` and `failed` together. */
  readonly all: readonly Known[];
  readonly bricks: readonly DeclaredBrick[];
  readonly failed: readonly FailedBrick[];
  /** Problems in the settings of bricks, as printed by `config check`. */
  readonly problems: readonly string[];
}

/** Declares bricks as `DeclaringBricks` does, and resolves when each brick has come or has had its time. An invalid brick fails alone. */
export async function declareBricks(
  entries: readonly BrickEntry[],
  env: Environment,
  limits: Limits = LIMITS,
): Promise<Declared> {
  const declaring = new DeclaringBricks(entries, env, limits);
  await declaring.hadTheirTime;
  return declaring.soFar();
}

interface Turn {
  readonly entry: BrickEntry;
  readonly scope: BrickScope;
  /** Whether the time of the brick is over and the brick has not come. */
  isLate: boolean;
  come?: Known;
}

/**
 * Declares bricks one after another, the login brick first, each with a time of its own (ADR 51). A brick that takes a while goes on beside
 * the others, and may come late or never.
 */
export class DeclaringBricks {
  /** Resolves when each brick has come or has had its time. */
  readonly hadTheirTime: Promise<void>;
  readonly #turns: readonly Turn[];
  readonly #problems: string[] = [];
  readonly #limits: Limits;
  readonly #changes = new EventEmitter();

  constructor(entries: readonly BrickEntry[], env: Environment, limits: Limits) {
    this.#limits = limits;
    this.#turns = entries.map((entry) => ({ entry, scope: { id: idFromName(entry.name) }, isLate: false }));
    const surroundings = { env, limits, takenIds: new Set<string>(), problems: this.#problems };
    this.hadTheirTime = this.#inTurn((turn) => declareBrick(turn.entry, turn.scope, surroundings));
  }

  /** The bricks as they are now. A brick that is still being imported counts as failed. */
  soFar(): Declared {
    const all = withUniqueIds(this.#turns.map((turn) => turn.come ?? awaited(turn, this.#limits.import)));
    // Errors of code started by a failed brick must not be attributed to another brick.
    this.#turns.forEach(({ scope }, index) => (scope.id = all[index]?.id ?? scope.id));
    return { all, bricks: all.filter(isDeclared), failed: all.filter(isFailed), problems: this.#problems };
  }

  /** Calls `listener` whenever a brick has come from now on, with its position in `volee.yaml`. */
  onCome(listener: (position: number) => void): void {
    this.#changes.on(COME, listener);
  }

  /** The positions in `volee.yaml` of bricks that have not come. */
  awaited(): readonly number[] {
    return this.#turns.flatMap(({ come }, position) => (come ? [] : [position]));
  }

  /** The bricks that have not come, and are or may be the login brick. */
  awaitedForLogin(): readonly BrickEntry[] {
    if (this.#turns.some(({ come }) => come?.manifest?.kind === 'auth-provider')) return [];
    // A brick without a kind in its package.json may be a login brick, so the host waits for it as well.
    const mayBring = ({ entry: { kind }, isLate, come }: Turn): boolean =>
      !come && (kind === 'auth-provider' || (kind === undefined && !isLate));
    return this.#turns.filter(mayBring).map(({ entry }) => entry);
  }

  /**
   * Resolves when the login brick has come, or none is named.
   * @throws UnavailableError when it is named and cannot be imported, or does not come in time
   */
  async login(): Promise<void> {
    try {
      await withTimeout(this.#limits.login, () => this.#loginHasCome());
    } catch (error) {
      if (!(error instanceof TooSlowError)) throw error;
      const names = this.awaitedForLogin().map(({ name }) => name);
      throw nobodyEnters(`${names.join(', ')} is not imported after ${this.#limits.login / 1000} s.`);
    }
    const lost = this.#turns.find(({ entry, come }) => entry.kind === 'auth-provider' && come && !come.manifest);
    const isThere = this.#turns.some(({ come }) => come?.manifest?.kind === 'auth-provider');
    if (!isThere && lost?.come && isFailed(lost.come)) throw nobodyEnters(lost.come.cause, lost.come.remedy);
  }

  async #loginHasCome(): Promise<void> {
    while (this.awaitedForLogin().length > 0) await once(this.#changes, CHANGE);
  }

  async #inTurn(declare: (turn: Turn) => Promise<Known>): Promise<void> {
    const allowExit = interceptExit();
    const inTime: Promise<unknown>[] = [];
    for (const turn of [...this.#turns].sort((a, b) => rank(a) - rank(b))) {
      const coming = this.#inItsTime(turn, declare);
      inTime.push(coming);
      // A brick that hangs must not delay the others.
      await withTimeout(this.#limits.turn, () => coming).catch(() => undefined);
    }
    await Promise.all(inTime);
    allowExit();
  }

  async #inItsTime(turn: Turn, declare: (turn: Turn) => Promise<Known>): Promise<void> {
    const coming = declare(turn).then((come) => this.#note(turn, come));
    await withTimeout(this.#limits.import, () => coming).catch(() => (turn.isLate = true));
    this.#changes.emit(CHANGE);
  }

  #note(turn: Turn, come: Known): void {
    turn.come = come;
    this.#changes.emit(CHANGE);
    this.#changes.emit(COME, this.#turns.indexOf(turn));
  }
}

const COME = 'come';
const CHANGE = 'change';

/** The login brick is imported first, and otherwise the order of `volee.yaml` is kept. */
function rank({ entry: { kind } }: Turn): number {
  return kind === 'auth-provider' ? 0 : 1;
}

function awaited({ entry, isLate }: Turn, limit: number): FailedBrick {
  const time = isLate ? ` (it takes longer than ${limit / 1000} s)` : '';
  const remedy = 'The machine may be too busy: try again later. A host that runs activates the brick when it comes.';
  return failedBrick(entry, { cause: `it is not imported yet${time}`, remedy, isSlow: true });
}

function nobodyEnters(cause: string, remedy?: string): UnavailableError {
  return new UnavailableError(`Nobody can log in without the login brick: ${cause}`, { remedy });
}

/** A declared brick has no state yet, since it is not activated. */
export function isDeclared(brick: Known): brick is DeclaredBrick {
  return !('state' in brick);
}

function isFailed(brick: Known): brick is FailedBrick {
  return 'state' in brick;
}
