// SPDX-License-Identifier: EUPL-1.2
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Stoppable } from '../../services/index.js';

/** A program beside this file, in its own process, that handles one order at a time. */
export interface Helper extends Stoppable {
  readonly pid: number;
  /** @throws Error when the process ends without an answer; its error is on standard error */
  ask<Answer>(order: object): Promise<Answer>;
}

/**
 * @param name of the compiled file; the process ends together with this one
 * @param execArgv options of Node.js
 */
export function startHelper(name: string, execArgv: readonly string[] = []): Helper {
  const child = fork(fileURLToPath(new URL(`./${name}`, import.meta.url)), { execArgv: [...execArgv] });
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

/**
 * Handles each order in the helper process and sends the answer back. The caller defines the type of the order.
 * @param stop lets go of everything that keeps the process alive; without it, the process exits at once
 */
export function answerOrders(work: (order: never) => Promise<object>, stop?: () => Promise<void>): void {
  process.on('message', (order) => {
    void work(order as never).then((answer) => process.send?.(answer));
  });
  process.once('disconnect', () => (stop ? void stop() : process.exit()));
}
