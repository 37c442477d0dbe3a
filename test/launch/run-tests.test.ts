// SPDX-License-Identifier: EUPL-1.2
// The steps of `npm test` with programs that note how they were called, in place of the compiler, the linter, jest and npm.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { CommandAnswer } from '../e2e/volee-command.js';
import { repositoryFolder } from '../repository/tracked-files.js';

interface Command {
  readonly words: readonly string[];
  readonly isFull: boolean;
  readonly folder: string | undefined;
}

/** Plain JavaScript, which the compiler does not read. */
const durations = './durations.js';
const { expectedTime, MINUTES } = (await import(durations)) as {
  expectedTime(command: Command, machine: { isFresh: boolean; cores: number; last: number }): string | undefined;
  readonly MINUTES: Readonly<Record<'quick' | 'fresh' | 'full', number>>;
};

const folder = mkdtempSync(join(tmpdir(), 'volee-launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Call {
  readonly program: string;
  readonly words: readonly string[];
  readonly quick: string | undefined;
  readonly cwd: string;
}

const PROGRAMS = [
  'npm/bin/npm-cli.js',
  'typescript-7/bin/tsc',
  'eslint/bin/eslint.js',
  'prettier/bin/prettier.cjs',
  'jest/bin/jest.js',
  '@stryker-mutator/core/bin/stryker.js',
];

/** Fails with the words of jest for an option that it does not know, and finds no test for "nothing". */
const NOTING = `
const { appendFileSync, writeFileSync } = require('node:fs');
const [, program, ...words] = process.argv;
const call = { program: program.split('/node_modules/').at(-1), words, quick: process.env.VOLEE_TEST_QUICK, cwd: process.cwd() };
appendFileSync(process.env.VOLEE_CALLS, JSON.stringify(call) + '\\n');
if (words.includes('--nonsense')) {
  console.error('● Unrecognized CLI Parameter:\\n\\n  Unrecognized option "nonsense". Did you mean "$0"?\\n');
  process.exit(1);
}
const failed = process.env.VOLEE_FAILS && words.includes('jest') && !words.includes('--runInBand');
if (failed && process.env.VOLEE_FAILED_FILES) writeFileSync(process.env.VOLEE_FAILED_FILES, process.env.VOLEE_FAILS);
if (failed) process.exit(1);
if (words.includes('--listTests') && !words.includes('nothing')) console.log('/a.test.ts');
process.exit(Number(process.env.VOLEE_CODE ?? 0));
`;

function clone(): string {
  const place = mkdtempSync(join(folder, 'clone-'));
  cpSync(join(repositoryFolder, 'test', 'launch'), join(place, 'test', 'launch'), { recursive: true });
  mkdirSync(join(place, 'plugins', 'messaging'), { recursive: true });
  const json = { name: 'clone', type: 'module', engines: { node: '>=20.19' }, scripts: scriptsOf('.') };
  writeFileSync(join(place, 'package.json'), JSON.stringify(json));
  writeFileSync(join(place, 'package-lock.json'), '{}');
  for (const program of PROGRAMS) {
    const file = join(place, 'node_modules', program);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(dirname(file), 'package.json'), '{"type":"commonjs"}');
    writeFileSync(file, NOTING);
  }
  writeFileSync(join(place, 'node_modules', '.package-lock.json'), '{}');
  return place;
}

function scriptsOf(folderOfPackage: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(repositoryFolder, folderOfPackage, 'package.json'), 'utf8');
  return (JSON.parse(text) as { scripts: Record<string, string> }).scripts;
}

interface Run extends CommandAnswer {
  readonly calls: readonly Call[];
}

/** Runs a program in a clone, with the settings of this machine. */
function run(
  command: string,
  words: readonly string[],
  { place = clone(), ...env }: Record<string, string>,
): Promise<Run> {
  const { NODE_OPTIONS: _ofJest, CI: _ofCaller, VOLEE_TEST_QUICK: _ofRun, ...own } = process.env;
  const calls = join(place, 'calls');
  rmSync(calls, { force: true });
  return new Promise((resolve) => {
    execFile(command, words, { cwd: place, env: { ...own, VOLEE_CALLS: calls, ...env } }, (error, stdout, stderr) => {
      const lines = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
      const code = error === null ? 0 : Number(error.code ?? -1);
      resolve({ code, stdout, stderr, calls: lines.map((line) => JSON.parse(line) as Call) });
    });
  });
}

/** Runs a script of package.json as npm does, without waiting for npm. @param words that stand behind "--" */
function runScript(script: string, words: readonly string[] = [], env: Record<string, string> = {}): Promise<Run> {
  const place = env['place'] ?? clone();
  const npm = join(place, 'node_modules', 'npm/bin/npm-cli.js');
  return run('sh', ['-c', `${script} "$@"`, 'sh', ...words], { npm_execpath: npm, ...env, place });
}

function npmTest(words: readonly string[] = [], env: Record<string, string> = {}): Promise<Run> {
  return runScript(scriptsOf('.')['test'] ?? '', words, env);
}

function wordsFor(program: string, { calls }: Pick<Run, 'calls'>): readonly (readonly string[])[] {
  return calls.filter((call) => call.program.startsWith(program)).map(({ words }) => words);
}

/** The words with which npm is asked to start jest. */
function jestWith(...words: string[]): string[] {
  return ['run', '--silent', 'jest', '--', ...words, ...REPORTERS];
}

const REPORTERS = ['--reporters=default', '--reporters=<rootDir>/test/services/jest-progress.js'];

test('npm test compiles, checks, and runs each check once; with --all jest runs everything, and then the mutants', async () => {
  const [quick, full] = await Promise.all([npmTest(), npmTest(['--all'])]);
  expect([quick.code, full.code]).toEqual([0, 0]);
  expect(quick.calls.map(({ program }) => program.split('/')[0])).toEqual([
    'typescript-7',
    ...Array.from({ length: 3 }, (): unknown => expect.stringMatching(/^(eslint|prettier)$/)),
    'npm',
  ]);
  expect(quick.calls.at(-1)).toMatchObject({ words: jestWith(), quick: '1' });
  const [jest, stryker] = full.calls.slice(-2);
  expect([jest?.words, jest?.quick]).toEqual([jestWith(), undefined]);
  expect(stryker).toMatchObject({ words: ['run'], cwd: expect.stringMatching(/plugins\/messaging$/) });
  expect(stryker?.program).toMatch(/stryker\.js$/);
});

test('npm run mutate runs the mutants alone', async () => {
  const { calls } = await runScript(scriptsOf('.')['mutate'] ?? '');
  expect(calls.map(({ program }) => program)).toEqual(['typescript-7/bin/tsc', expect.stringMatching(/stryker\.js$/)]);
});

test('other words go on to jest, which is asked about them before anything takes a minute; no mutants for a part', async () => {
  const words = ['-t', 'a title', 'plugins/messaging'];
  const answer = await npmTest(['--all', ...words]);
  expect(wordsFor('jest', answer)).toEqual([['-c', 'test/jest.config.js', '--listTests', ...words]]);
  expect(wordsFor('npm', answer)).toEqual([jestWith(...words)]);
  expect(wordsFor('typescript-7', answer)[0]).not.toContain('-t');
  expect(answer.calls.findIndex(({ words: all }) => all.includes('--listTests'))).toBe(1);
  expect(wordsFor('@stryker', answer)).toEqual([]);
});

test('a failing run ends with its code, and no later step is taken', async () => {
  const { code, calls } = await npmTest(['--all'], { VOLEE_CODE: '3' });
  expect([code, calls.map(({ program }) => program)]).toEqual([3, ['typescript-7/bin/tsc']]);
});

test('in continuous integration a few files of a browser that failed run once more, alone, and the end says so', async () => {
  const fails = async (files: readonly string[], env: Record<string, string> = { CI: 'true' }): Promise<Run> =>
    npmTest(['--all', '-t', 'a title'], { ...env, VOLEE_FAILS: JSON.stringify(files) });
  const browser = ['test/e2e/a.test.ts', 'test/a11y/b.test.ts'];
  const again = await fails(browser);
  expect([again.code, wordsFor('npm', again)]).toEqual([
    0,
    [jestWith('-t', 'a title'), jestWith('--runInBand', ...browser)],
  ]);
  expect(again.stderr.trim().split('\n').at(-1)).toBe(
    `volee: UNSTABLE, failed beside others and passed alone: ${browser.join(' ')}`,
  );
  const once = [
    await fails([...browser, 'core-adapter/src/c.test.ts']),
    await fails(['c', 'd', 'e', 'f'].map((name) => `test/e2e/${name}.test.ts`)),
    await fails([]),
    await fails(browser, {}),
  ];
  expect(once.map((one) => [one.code, wordsFor('npm', one).length])).toEqual(once.map(() => [1, 1]));
});

test('the tests of one brick compile that brick and what it refers to', async () => {
  const place = clone();
  const answer = await runScript(
    `cd plugins/messaging && ${scriptsOf('plugins/messaging')['test'] ?? ''}`,
    ['-t', 'a title'],
    { place },
  );
  expect(wordsFor('typescript-7', answer)).toEqual([['-b', 'plugins/messaging']]);
  expect(wordsFor('eslint', answer)).toEqual([]);
  expect(wordsFor('npm', answer)).toEqual([jestWith('./plugins/messaging/', '-t', 'a title')]);
});

test('format and style read what they found before, and in continuous integration they do not', async () => {
  const lint = scriptsOf('.')['lint'] ?? '';
  const [here, inCi] = await Promise.all([runScript(lint), runScript(lint, [], { CI: 'true' })]);
  for (const program of ['eslint', 'prettier']) {
    const places = wordsFor(program, here).map((words) => words[words.indexOf('--cache-location') + 1]);
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(places.map((): unknown => expect.stringMatching(/^node_modules\/\.cache\/volee\/./)));
    expect(wordsFor(program, inCi).flat().join(' ')).not.toContain('--cache');
  }
});

test('npm test checks the format and style of the files that differ from the branch upstream, and all of them with --all', async () => {
  const place = clone();
  const git = (...words: string[]): Promise<Run> =>
    run('git', ['-c', 'user.name=Nina', '-c', 'user.email=nina@example.org', ...words], { place });
  writeFileSync(join(place, '.gitignore'), 'node_modules\ncalls\n');
  for (const words of ['init -q -b main', 'add .', 'commit -q -m first', 'branch upstream', 'branch -q -u upstream']) {
    await git(...words.split(' '));
  }
  const checked = async (...words: string[]): Promise<string[]> => {
    const { calls } = await npmTest(words, { place });
    return calls
      .filter(({ program }) => /eslint|prettier/.test(program))
      .map((call) => call.words.join(' '))
      .sort();
  };
  expect(await checked()).toEqual([]);
  writeFileSync(join(place, 'new.ts'), '');
  writeFileSync(join(place, 'package-lock.json'), '{ }');
  expect(await checked()).toEqual([
    expect.stringContaining('--ignore-unknown package-lock.json new.ts --cache'),
    expect.stringContaining('--no-warn-ignored new.ts --cache'),
  ]);
  expect(await checked('--all')).toHaveLength(3);
});

test.each([
  [['--all'], '--all'],
  [['-t', 'title'], '-t title'],
])('npm test %j, without the two dashes, has one sentence with what to type', async (words, typed) => {
  const answer = await run('npm', ['test', ...words], {});
  expect([answer.code, answer.stderr.trim().split('\n').at(-1)]).toEqual([
    2,
    `volee: npm keeps options that stand before "--" to itself. Type: npm test -- ${typed}`,
  ]);
});

test.each([
  [
    'that jest does not know',
    '--nonsense',
    'jest refuses these words: Unrecognized option "nonsense". "npm run jest -- --help" lists what it knows.',
  ],
  [
    'that names no file',
    'nothing',
    'No test file has a path that matches nothing. Files named *.all.test.ts run with --all, or one by one: npm run jest -- FILE.',
  ],
])('a word %s has one sentence, before a minute passes', async (_kind, word, sentence) => {
  const answer = await npmTest([word]);
  expect([answer.code, answer.stderr.trim().split('\n').at(-1)]).toEqual([2, `volee: ${sentence}`]);
  expect(wordsFor('eslint', answer)).toEqual([]);
});

describe('how long it takes', () => {
  const first = { isFresh: false, last: 0 };
  const everything = { words: [], isFull: false, folder: undefined };

  test('a run without failures tells the next one; another command has a figure of its own', async () => {
    const place = clone();
    await npmTest([], { place });
    const again = await npmTest([], { place });
    expect(again.stderr).toMatch(/volee: this takes about \d+ s here, as the last time\.\nvolee: compiling/);
    const full = await npmTest(['--all'], { place });
    expect(full.stderr).toMatch(/volee: this takes about \d+ min on \d+ cores? that nobody else uses\.\n/);
  });

  test('a run that failed tells nothing', async () => {
    const place = clone();
    await npmTest([], { place, VOLEE_CODE: '1' });
    expect((await npmTest([], { place })).stderr).not.toContain('as the last time');
  });

  test('without a run there is a figure by the number of cores, for the whole alone', () => {
    const { quick, fresh, full } = MINUTES;
    const on = (cores: number, isFresh = false): string | undefined =>
      expectedTime(everything, { isFresh, cores, last: 0 });
    expect(on(2)).toBe(`this takes about ${quick} min on 2 cores that nobody else uses`);
    expect(on(1, true)).toContain(`${fresh * 2} min on 1 core `);
    expect(expectedTime({ ...everything, isFull: true }, { ...first, cores: 4 })).toContain(
      `${Math.ceil(full / 2)} min on 4 cores `,
    );
    expect(expectedTime({ ...everything, words: ['a.test.ts'] }, { ...first, cores: 2 })).toBeUndefined();
  });

  test.each([
    ['README.md', 'minutes'],
    ['README.fr.md', 'minutes'],
    ['CONTRIBUTING.md', 'min'],
  ])('%s says the same figures', (file, unit) => {
    const text = readFileSync(join(repositoryFolder, file), 'utf8');
    expect(Object.values(MINUTES).filter((minutes) => !new RegExp(`\\b${minutes}\\s${unit}\\b`).test(text))).toEqual(
      [],
    );
  });
});
