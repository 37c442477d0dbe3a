// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose code runs. The id is a guess from the name of the package until the manifest has been read. */
export interface BrickScope {
  id: string;
}

const scopes = new AsyncLocalStorage<BrickScope>();

/**
 * Runs a brick's code: what it starts, timers and promises that nobody awaits too, is known as the brick's. What the host moves, its
 * streams and its signals, would run a brick's listeners as nobody's: see `web/guard-stream.ts` and `in-scope.ts`.
 */
export function inBrick<R>(scope: BrickScope, work: () => R): R {
  return scopes.run(scope, work);
}

/** The id of the brick whose code is running, or undefined when it is the host's. */
export function currentBrick(): string | undefined {
  return scopes.getStore()?.id;
}
