// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '../../api/log.js';
import { isDeclared, type DeclaringBricks } from '../bricks/declare-bricks.js';
import { dispose } from '../bricks/register-brick.js';
import { faultText, type BrickFault } from '../domain/bricks/brick-fault.js';
import type { DeclaredBrick, FailedBrick, LoadedBrick, ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { asError } from '../infra/util/as-error.js';

/** The parts of a host that late bricks change. */
export interface LateBricksOptions {
  readonly declaring: DeclaringBricks;
  /** Positions in `volee.yaml` of the bricks that had not come when the host booted. */
  readonly awaited: readonly number[];
  /** The bricks of the host, in the order of `volee.yaml`. */
  readonly bricks: LoadedBrick[];
  readonly log: Pick<Log, 'info' | 'error'>;
  /** Makes the tables of a brick known to the open database, and activates the brick. */
  activate(brick: DeclaredBrick): Promise<LoadedBrick>;
  /** The reason for which the brick cannot run beside the running bricks. */
  clash(brick: ReadyBrick): BrickFault | undefined;
  /** Makes what the brick has registered known to the host. */
  join(brick: ReadyBrick): void;
}

/** Gives bricks that come after the host has booted their place in it (ADR 51). */
export class LateBricks {
  readonly #options: LateBricksOptions;
  readonly #listeners: ((brick: LoadedBrick) => void)[] = [];
  #work: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(options: LateBricksOptions) {
    this.#options = options;
    const { declaring, awaited } = options;
    const still = declaring.awaited();
    for (const position of awaited) if (!still.includes(position)) this.#add(position);
    declaring.onCome((position) => this.#add(position));
  }

  /** Calls `listener` with each brick that came late, ready or failed. */
  onLate(listener: (brick: LoadedBrick) => void): void {
    this.#listeners.push(listener);
  }

  /** Activates no further brick, and resolves when none is being activated. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#work;
  }

  /** Adds one brick after the other: each is compared with the bricks before it. */
  #add(position: number): void {
    this.#work = this.#work
      .then(() => this.#place(position))
      .catch((error: unknown) => {
        this.#options.log.error({ err: asError(error) }, 'a brick that came late could not be added');
      });
  }

  async #place(position: number): Promise<void> {
    if (this.#isOver) return;
    const { declaring, bricks, log, join } = this.#options;
    const { all } = declaring.soFar();
    const come = all[position];
    if (!come) return;
    const brick = isDeclared(come) ? await this.#activate(come) : come;
    // The id of a failed brick is a guess, and may be that of the brick that came.
    for (const [at, one] of bricks.entries())
      if (one.state === 'failed') bricks[at] = { ...one, id: all[at]?.id ?? one.id };
    bricks[position] = brick;
    if (brick.state === 'ready') {
      join(brick);
      log.info({ brick: brick.id }, 'a brick came late and is ready');
    } else log.error({ brick: brick.id }, faultText(brick));
    for (const listener of this.#listeners) listener(brick);
  }

  async #activate(declared: DeclaredBrick): Promise<LoadedBrick> {
    const { activate, clash } = this.#options;
    const brick = await activate(declared);
    const fault = brick.state === 'ready' ? clash(brick) : undefined;
    if (brick.state === 'failed' || !fault) return brick;
    await dispose(brick.disposers);
    const { id, manifest } = brick;
    const failed: FailedBrick = { id, manifest, state: 'failed', ...fault };
    return failed;
  }
}
