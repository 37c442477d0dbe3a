// SPDX-License-Identifier: EUPL-1.2
// `npm test` holds every check once; CI holds the rest as well: docs/adr/0063-two-tiers-of-tests.md. That each attack and each
// paragraph of CAS has a test in `npm test` is among the faults of test/repository/reference.
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { testTitles } from './reference/test-titles.js';
import { repositoryFolder, textOf, trackedFiles } from './tracked-files.js';

const suites = trackedFiles().filter((file) => /\.test\.tsx?$/.test(file));
const forCi = suites.filter((file) => /\.all\.test\.tsx?$/.test(file));

/** Files about what the engines do differently. */
const OF_ENGINES = [
  /\.migration\.test\.ts$/,
  /migrations\.test\.ts$/,
  /\/infra\/database\//,
  /\/domain\/sync\/apply\//,
  /\/domain\/jobs\//,
  /\/killed-[\w-]+\.test\.ts$/,
];

test('a suite that is for CI alone needs the real directory or SSO or another browser, or names the one that holds its checks', () => {
  expect(forCi.flatMap((file) => faultOf(file, textOf(file)))).toEqual([]);
});

test.each([
  ['a.all.test.ts', `describeWith(['slapd'], 'a real directory', () => {});`, []],
  [
    'a/b.all.test.ts',
    '// Each check is held once by ./tiers.test.ts.',
    ['a/b.all.test.ts: there is no a/tiers.test.ts'],
  ],
  ['test/repository/b.all.test.ts', '// Each check is held once by ./tiers.test.ts.', []],
  [
    'a.all.test.ts',
    '// Each check is held once by ./b.all.test.ts.',
    [expect.stringContaining('is for CI alone as well')],
  ],
  [
    'a.all.test.ts',
    `describeWith(['slapd'], 'a real directory', () => {}); test('alone', () => {});`,
    [expect.stringContaining('Each check is held once by')],
  ],
  [
    'a.all.test.ts',
    `describeWith(['chromium'], 'a page', () => {});`,
    [expect.stringContaining('Each check is held once by')],
  ],
])('of %s with %j this finds the fault', (file, text, found) => {
  expect(faultOf(file, text)).toEqual(found);
});

test('migrations, the database layer, writes of a sync, jobs and kills are tested on both databases by every run', () => {
  const alone = suites.filter(
    (file) => OF_ENGINES.some((one) => one.test(file)) && /\btestDatabases\(/.test(textOf(file)),
  );
  expect(alone).toEqual([]);
  expect(suites.filter((file) => OF_ENGINES.some((one) => one.test(file)) && usesBoth(file)).length).toBeGreaterThan(
    15,
  );
});

test('each brick has a suite that every run makes on both databases', () => {
  const bricks = new Set(suites.flatMap((file) => /^plugins\/[\w-]+\//.exec(file) ?? []));
  const without = [...bricks].filter(
    (brick) =>
      !suites.some((file) => file.startsWith(brick) && usesBoth(file) && !textOf(file).includes('onceInQuickRun')),
  );
  expect(without).toEqual([]);
});

function usesBoth(file: string): boolean {
  return /\bbothDatabases\(/.test(textOf(file));
}

function faultOf(file: string, text: string): string[] {
  const isReal = /describeWith\(\s*\[[^\]]*'(slapd|lemonldap|firefox|webkit)'/.test(text);
  const others = testTitles(file.replace('.all.', '.'), text).filter(({ isForFullRun }) => isForFullRun !== true);
  if (isReal && others.length === 0) return [];
  const [, held] = /^\/\/ Each check is held once by (\S+\.test\.tsx?)\./m.exec(text) ?? [];
  if (held === undefined)
    return [`${file}: say "// Each check is held once by ./x.test.ts.", or name the file x.test.ts`];
  const path = normalize(join(dirname(file), held));
  if (path.includes('.all.')) return [`${file}: ${path} is for CI alone as well`];
  return existsSync(join(repositoryFolder, path)) ? [] : [`${file}: there is no ${path}`];
}
