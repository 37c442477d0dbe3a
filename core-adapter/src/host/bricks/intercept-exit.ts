// SPDX-License-Identifier: EUPL-1.2
import { syncBuiltinESMExports } from 'node:module';

const own = { exit: process.exit, abort: process.abort };
let holders = 0;

/**
 * From now on `process.exit` and `process.abort` throw into whoever calls them: a brick must not end the process that it shares.
 * Counted, since several hosts may live in one process. The host itself sets `process.exitCode`.
 * @returns what takes this back; a second call does nothing
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

/** Ends the process whoever refuses it: for the command line, once everything is closed. */
export function endProcess(): never {
  replace(own);
  return process.exit();
}

function replace(ways: typeof own): void {
  Object.assign(process, ways);
  // For `import { exit } from 'node:process'`.
  syncBuiltinESMExports();
}

function refusing(name: 'exit' | 'abort'): () => never {
  return () => {
    throw new Error(`process.${name}() is refused, since others run in this process; throw an error instead`);
  };
}
