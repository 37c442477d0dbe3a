// SPDX-License-Identifier: EUPL-1.2
// node test/launch/launch.js STEP... [-- WORDS FOR THE LAST STEP]
import { readFileSync, statfsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tooOld } from './check-node.js';
import { hintFor } from './hints.js';
import { STEPS } from './steps.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const given = process.argv.slice(2);
const end = given.includes('--') ? given.indexOf('--') : given.length;
process.exitCode = await launch(given.slice(0, end), given.slice(end + 1));

/** @returns {Promise<number>} the exit code */
async function launch(names, words) {
  const steps = names.map((name) => STEPS[name]);
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const refusals = [() => tooOld(process.versions.node, engines.node), ...steps.map(({ refuses }) => refuses)];
  for (const refuses of refusals) {
    const sentence = refuses?.(words);
    if (sentence === undefined) continue;
    say(sentence);
    return 2;
  }
  for (const [index, { says, does }] of steps.entries()) {
    const doing = says();
    if (doing === undefined) continue;
    say(`${doing} …`);
    const { code, errors } = await does(index === steps.length - 1 ? words : []);
    const hint = code === 0 ? undefined : hintFor(errors, room());
    if (hint !== undefined) say(hint);
    if (code !== 0) return code;
  }
  return 0;
}

/** On standard error: what a script prints may be read by another. */
function say(sentence) {
  console.error(`volee: ${sentence}`);
}

function room() {
  const { bavail, bsize } = statfsSync('.');
  return bavail * bsize;
}
