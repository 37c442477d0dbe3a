// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';

/** The brick that the running code belongs to. Until the manifest is read, the id is a guess from the package name. */
export interface BrickScope {
  id: string;
}

const scopes = new AsyncLocalStorage<BrickScope>();

/**
 * Runs a brick's code; timers and promises that it starts are attributed to the brick, too. Listeners on streams and
 * signals of the host would run outside of this scope: see `guard-stream.ts` and `wrap-in-scope.ts`.
 */
export function inBrick<R>(scope: BrickScope, work: () => R): R {
  return scopes.run(scope, work);
}

/** The id of the brick that the running code belongs to; undefined for code of the host. */
export function currentBrick(): string | undefined {
  return scopes.getStore()?.id;
}
