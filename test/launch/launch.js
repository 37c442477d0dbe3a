// SPDX-License-Identifier: EUPL-1.2
// node test/launch/launch.js STEP... [--in FOLDER] [-- WORDS OF THE COMMAND LINE]
import { readFileSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tooOld } from './check-node.js';
import { expectedTime, keepDuration } from './durations.js';
import { hintFor } from './hints.js';
import { isInstalled, STEPS } from './steps.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
process.exitCode = await launch(...parse(process.argv.slice(2)));

/** @returns {[names: string[], command: import('./steps.js').Command]} */
function parse(given) {
  const end = given.includes('--') ? given.indexOf('--') : given.length;
  const own = given.slice(0, end);
  const typed = given.slice(end + 1);
  const at = own.indexOf('--in');
  return [
    at === -1 ? own : own.slice(0, at),
    {
      words: typed.filter((word) => word !== '--all'),
      isFull: typed.includes('--all'),
      folder: at === -1 ? undefined : own[at + 1],
    },
  ];
}

/** @returns {Promise<number>} the exit code */
async function launch(names, command) {
  const steps = names.map((name) => STEPS[name]);
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const refusals = [() => tooOld(process.versions.node, engines.node), ...steps.map(({ refuses }) => refuses)];
  for (const refuses of refusals) {
    const sentence = refuses?.(command);
    if (sentence === undefined) continue;
    say(sentence);
    return 2;
  }
  const isTest = names.includes('test');
  const isFresh = !isInstalled();
  const began = performance.now();
  const expected = isTest ? expectedTime(command, { isFresh }) : undefined;
  if (expected !== undefined) say(`${expected}.`);
  const code = await take(steps, command);
  if (isTest && code === 0 && !isFresh) keepDuration(command, (performance.now() - began) / 1000);
  return code;
}

/** Runs the steps until one fails. @returns {Promise<number>} its exit code, or 0 */
async function take(steps, command) {
  for (const { says, does } of steps) {
    const doing = says(command);
    if (doing === undefined) continue;
    say(`${doing} …`);
    const { code, errors } = await does(command);
    const hint = code === 0 ? undefined : hintFor(errors, room());
    if (hint !== undefined) say(hint);
    if (code !== 0) return code;
  }
  return 0;
}

/** Prints on standard error: another program may read the output of a script. */
function say(sentence) {
  console.error(`volee: ${sentence}`);
}

function room() {
  const { bavail, bsize } = statfsSync('.');
  return bavail * bsize;
}
