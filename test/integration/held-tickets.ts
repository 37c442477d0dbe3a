// SPDX-License-Identifier: EUPL-1.2
import type { Cas } from '../envole-box/index.js';

/** An SSO that answers services when the test says so. */
export interface HeldTickets {
  /** Resolves once so many questions wait for their answer. */
  holding(count: number): Promise<void>;
  /** Answers the questions that wait now. */
  release(): void;
  /** Answers everything from now on. */
  open(): void;
}

export function holdTickets(cas: Cas): HeldTickets {
  let held: (() => void)[] = [];
  let awaited: { readonly count: number; readonly reached: () => void } | undefined;

  function look(): void {
    if (!awaited || held.length < awaited.count) return;
    awaited.reached();
    awaited = undefined;
  }
  function release(): void {
    const released = held;
    held = [];
    for (const answer of released) answer();
  }

  cas.waitFor(
    () =>
      new Promise((answer) => {
        held.push(answer);
        look();
      }),
  );
  return {
    holding: (count) =>
      new Promise((reached) => {
        awaited = { count, reached };
        look();
      }),
    release,
    open() {
      cas.waitFor(undefined);
      release();
    },
  };
}
