// SPDX-License-Identifier: EUPL-1.2
import { syncBuiltinESMExports } from 'node:module';

const own = { exit: process.exit, abort: process.abort };
let holders = 0;

/**
 * Makes `process.exit` and `process.abort` throw into their caller: a brick must not end the process that it shares.
 * Calls are counted, since several hosts may live in one process. The host itself sets `process.exitCode`.
 * @returns a function that undoes this; a second call of it has no effect
 */
export function interceptExit(): () => void {
  let held = true;
  holders += 1;
  if (holders === 1) replace({ exit: refusing('exit'), abort: refusing('abort') });
  return () => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders === 0) replace(own);
  };
}

/** Ends the process despite `interceptExit`: for the command line, after everything is closed. */
export function endProcess(): never {
  replace(own);
  return process.exit();
}

function replace(ways: typeof own): void {
  Object.assign(process, ways);
  // Also updates `import { exit } from 'node:process'`.
  syncBuiltinESMExports();
}

function refusing(name: 'exit' | 'abort'): () => never {
  return () => {
    throw new Error(`process.${name}() is refused, since the process also runs other bricks; throw an error instead`);
  };
}
