// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Messages of jest-worker to its child processes: "run a test file" and "end". */
const CALL = 1;
const END = 2;

/** In the docblock of a test file that needs a process of its own. */
const OWN_PROCESS = '@own-process';

let hasRunFiles = false;
let ends = false;

export function processRunsFile() {
  hasRunFiles = true;
}

/** Ends this process before the next test file. */
export function endBeforeNextFile() {
  ends = true;
}

// When a process ends without an answer, jest-worker starts a new one and sends the file there.
process.prependListener('message', ([kind, , , args]) => {
  // A file that passed has left nothing that would have to end by itself.
  if (kind === END) process.exit();
  if (kind !== CALL) return;
  const [{ path }] = args;
  if (ends || (hasRunFiles && readFileSync(path, 'utf8').slice(0, 500).includes(OWN_PROCESS))) process.exit(1);
});
