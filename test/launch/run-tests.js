// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { run, runNpm } from './run.js';

/** These words come last: jest takes all words after `--reporters` for reporters. */
const REPORTERS = ['--reporters=default', '--reporters=<rootDir>/test/services/jest-progress.js'];

/** Options with which jest may rightly find no tests. */
const WITHOUT_TESTS = /^(--watch|-o$|--onlyChanged|--changedSince|--findRelatedTests|--passWithNoTests)/;

/** Files with tests that drive a browser. */
const IN_A_BROWSER = /^test\/(?:a11y|e2e)\//;

/** More failed files than this have one cause, which a second run would not change. */
const MOST_AGAIN = 3;

/**
 * Runs jest. In continuous integration a full run has the files of a browser that failed once more, alone (ADR 148).
 * @param {import('./steps.js').Command} command
 */
export async function runTests(command) {
  const env = environment(command);
  if (!command.isFull || process.env.CI === undefined) return jest(patterns(command), env);
  const folder = mkdtempSync(join(tmpdir(), 'volee-failed-'));
  const list = join(folder, 'files.json');
  const ended = await jest(patterns(command), { ...env, VOLEE_FAILED_FILES: list });
  const failed = ended.code === 0 ? [] : listed(list);
  rmSync(folder, { recursive: true });
  const isAgain = failed.length > 0 && failed.length <= MOST_AGAIN && failed.every((file) => IN_A_BROWSER.test(file));
  if (!isAgain) return ended;
  console.error(`volee: once more, alone: ${failed.join(' ')}`);
  const again = await jest(['--runInBand', ...failed], env);
  if (again.code === 0) console.error(`volee: UNSTABLE, failed beside others and passed alone: ${failed.join(' ')}`);
  return again;
}

function jest(words, env) {
  return runNpm(['run', '--silent', 'jest', '--', ...words, ...REPORTERS], { env });
}

/** The failed files, which a run that was stopped does not list. */
function listed(list) {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Refuses words that jest does not know, and names of files that are not there.
 * @param {import('./steps.js').Command} command
 */
export async function findTests(command) {
  const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '-c', join('test', 'jest.config.js'), '--listTests'];
  const child = spawn(process.execPath, [...jest, ...patterns(command)], {
    env: environment(command),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const [found, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (code !== 0) return refuse(`jest refuses these words: ${firstSentence(errors)}`);
  if (found.trim() !== '' || command.words.some((word) => WITHOUT_TESTS.test(word))) return { code: 0, errors: '' };
  const remedy = command.isFull
    ? ''
    : ' Files named *.all.test.ts run with --all, or one by one: npm run jest -- FILE.';
  return refuse(`No test file has a path that matches ${command.words.join(' ')}.${remedy}`);
}

/** Runs Stryker, which only a full run of everything asks for. */
export function mutate() {
  const stryker = join('..', '..', 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  return run(process.execPath, [stryker, 'run'], { cwd: join('plugins', 'messaging') });
}

/** A full run takes every test, and another one runs each check once (ADR 63). */
function environment({ isFull }) {
  return { ...process.env, VOLEE_TEST_QUICK: isFull ? undefined : '1' };
}

function patterns({ words, folder }) {
  return folder === undefined ? words : [`./${folder}/`, ...words];
}

function refuse(sentence) {
  console.error(`volee: ${sentence}`);
  return { code: 2, errors: '' };
}

/** Jest writes a title, the explanation below it, and, for most options, a wrong guess at what was meant. */
function firstSentence(errors) {
  const lines = errors.split('\n').map((line) => line.trim());
  const [explanation = ''] = lines.filter((line) => line !== '' && !line.startsWith('●'));
  return `${explanation.replace(/ Did you mean "\$0"\?$/, '')} "npm run jest -- --help" lists what it knows.`;
}
