// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { changedFiles } from './changed-files.js';
import { run } from './run.js';

/** The results for unchanged files. Continuous integration reads none: files that they import may have changed. */
const CACHE = join('node_modules', '.cache', 'volee');

/** The bound of the heap in MB: without one, Node.js lets garbage lie until a process holds half as much again. */
const HEAP = '--max-old-space-size=1600';

const ESLINT = join('eslint', 'bin', 'eslint.js');
const PRETTIER = [join('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn'];
const CORE = 'core-adapter/src/';

/** The longest first. ESLint runs twice, with one program of TypeScript each: docs/adr/0064-lint-in-two-programs.md. */
const EVERYTHING = [
  { name: 'eslint-others', words: [ESLINT, '.', '--ignore-pattern', CORE] },
  { name: 'eslint-core', words: [ESLINT, join('core-adapter', 'src')] },
  { name: 'prettier', words: [...PRETTIER, '.'] },
];

export function lint() {
  return take(EVERYTHING);
}

/**
 * Checks the files that differ from the branch that this one follows: continuous integration has checked the others. With `--all`, or where
 * git does not tell, everything.
 * @param {import('./steps.js').Command} command
 */
export function lintChanges({ isFull }) {
  const files = isFull || process.env.CI ? undefined : changedFiles();
  return take(files === undefined ? EVERYTHING : checksOf(files));
}

function checksOf(files) {
  const code = files.filter((file) => /\.(js|ts|tsx)$/.test(file));
  return [
    {
      name: 'eslint-others',
      words: [ESLINT, '--no-warn-ignored'],
      files: code.filter((file) => !file.startsWith(CORE)),
    },
    { name: 'eslint-core', words: [ESLINT, '--no-warn-ignored'], files: code.filter((file) => file.startsWith(CORE)) },
    { name: 'prettier', words: [...PRETTIER, '--ignore-unknown'], files },
  ]
    .filter((check) => check.files.length > 0)
    .map(({ name, words, files: own }) => ({ name, words: [...words, ...own] }));
}

/** @returns {Promise<{ code: number }>} of the first check that failed; all of them run, two at once where there are two cores */
async function take(checks) {
  const left = [...checks];
  const codes = [];
  const checkNext = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) {
      const { code } = await run(process.execPath, wordsOf(check, process.env));
      codes.push(code);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, checkNext));
  return { code: codes.find((code) => code !== 0) ?? 0, errors: '' };
}

function wordsOf({ name, words: [program, ...words] }, { CI }) {
  const cached = ['--cache', '--cache-strategy', 'content', '--cache-location', join(CACHE, name)];
  return [HEAP, join('node_modules', program), ...words, ...(CI ? [] : cached)];
}
