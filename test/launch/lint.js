// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';

/** Results for files that did not change. Continuous integration reads none: what a file imports may have changed. */
const CACHE = join('node_modules', '.cache', 'volee');

/** In MB: without a bound, Node.js lets garbage lie until a process holds half as much again. */
const HEAP = '--max-old-space-size=1600';

/** The longest first. ESLint runs twice, with one program of TypeScript each: docs/adr/0064-lint-in-two-programs.md. */
const CHECKS = [
  { name: 'eslint-others', words: [join('eslint', 'bin', 'eslint.js'), '.', '--ignore-pattern', 'core-adapter/src/'] },
  { name: 'eslint-core', words: [join('eslint', 'bin', 'eslint.js'), join('core-adapter', 'src')] },
  { name: 'prettier', words: [join('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];

/** @returns {Promise<{ code: number }>} of the first check that failed; all of them run, two at once where there are two cores */
export async function lint() {
  const left = [...CHECKS];
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
