// SPDX-License-Identifier: EUPL-1.2

/** The client that makes a call. Each client has a fair share of the turns. */
export interface Caller {
  /** Callers of one share take their turns together: an address, or a session. */
  readonly share: string;
  /** Whether the call comes after all the others of its share. */
  readonly isLast: boolean;
}

export interface WaitingCall {
  readonly caller: Caller;
  run(): Promise<void>;
  turnAway(): void;
}

/** A waiting call that has been given its turn. `isDone` frees the place for the next call of the same share. */
export interface Turn {
  readonly call: WaitingCall;
  isDone(): void;
}

interface Share {
  readonly early: WaitingCall[];
  readonly late: WaitingCall[];
  running: number;
  /** Number of its last turn; 0 before the first. */
  lastTurn: number;
}

/**
 * A waiting queue with fair shares (max-min fairness): the share with the fewest running calls is next. A single share may use every
 * turn.
 */
export class FairQueue {
  readonly #shares = new Map<string, Share>();
  #turns = 0;

  join(call: WaitingCall): void {
    const { share: name, isLast } = call.caller;
    const share = this.#shares.get(name) ?? { early: [], late: [], running: 0, lastTurn: 0 };
    this.#shares.set(name, share);
    (isLast ? share.late : share.early).push(call);
  }

  /** Takes the next call out of the queue; undefined when the queue is empty. */
  next(): Turn | undefined {
    const waiting = [...this.#shares].filter(([, share]) => lengthOf(share) > 0);
    const [first, ...others] = waiting;
    if (!first) return undefined;
    const [name, share] = others.reduce((best, one) => (comesBefore(one[1], best[1]) ? one : best), first);
    const call = share.early.shift() ?? share.late.shift();
    if (!call) return undefined;
    share.running += 1;
    share.lastTurn = this.#turns += 1;
    const isDone = (): void => {
      share.running -= 1;
      this.#forget(name);
    };
    return { call, isDone };
  }

  /**
   * Removes the newest call of the largest share, to make room.
   * @param newcomer the share to choose when several are equally large
   */
  shed(newcomer: string): WaitingCall | undefined {
    let [name, most] = [newcomer, lengthOf(this.#shares.get(newcomer))];
    for (const [other, share] of this.#shares) if (lengthOf(share) > most) [name, most] = [other, lengthOf(share)];
    const share = this.#shares.get(name);
    const call = share?.late.pop() ?? share?.early.pop();
    this.#forget(name);
    return call;
  }

  /** Forgets a share that has no calls left. */
  #forget(name: string): void {
    const share = this.#shares.get(name);
    if (share && share.running === 0 && lengthOf(share) === 0) this.#shares.delete(name);
  }
}

function lengthOf(share: Share | undefined): number {
  return share ? share.early.length + share.late.length : 0;
}

function comesBefore(one: Share, other: Share): boolean {
  return one.running === other.running ? one.lastTurn < other.lastTurn : one.running < other.running;
}
