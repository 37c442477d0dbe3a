// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Stoppable } from '../../services/index.js';

/** A program beside this file, in a process of its own, that takes one order at a time. */
export interface Helper extends Stoppable {
  readonly pid: number;
  /** @throws Error when it ends instead of answering; its complaint stands on standard error */
  ask<Answer>(order: object): Promise<Answer>;
}

/** @param name of the compiled file; it ends when this process does, since nobody is left to order */
export function startHelper(name: string): Helper {
  const child = fork(fileURLToPath(new URL(`./${name}`, import.meta.url)), { execArgv: [] });
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? NaN,
    async ask<Answer>(order: object): Promise<Answer> {
      const answered = once(child, 'message') as Promise<[Answer]>;
      child.send(order);
      const first = await Promise.race([answered, ended.then(() => undefined)]);
      if (!first) throw new Error(`${name} ended instead of answering.`);
      return first[0];
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** What the program does with each order, of a type that who orders knows: its answer goes back. */
export function answerOrders(work: (order: never) => Promise<object>): void {
  process.on('message', (order) => {
    void work(order as never).then((answer) => process.send?.(answer));
  });
  process.once('disconnect', () => process.exit());
}
