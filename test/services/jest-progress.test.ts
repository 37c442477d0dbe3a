// SPDX-License-Identifier: EUPL-1.2
// The reporter in a run of jest on files that are written here.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { repositoryFolder } from '../repository/tracked-files.js';

const folder = mkdtempSync(join(tmpdir(), 'volee-progress-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = {
  // A suite on each database, as `testDatabases` names them in this run.
  'each.test.js': `
    const names = process.env.VOLEE_TEST_QUICK ? ['SQLite'] : ['SQLite', 'MariaDB'];
    describe.each(names)('a trash on %s', () => { test('fills', () => {}); test('empties', () => {}); });
    describe.each(['SQLite', 'MariaDB'])('a lock on %s', () => { test('holds', () => {}); });
    describe('a quota on MariaDB', () => { (process.env.VOLEE_TEST_MARIADB_URL ? test.skip : test)('is the same', () => {}); });
    test('what SQLite alone does', () => {});
    test.skip('a second way to break it', () => {});
    test.skip('left out: the SSO needs lemonldap', () => {});
  `,
  // Long enough for several lines of the reporter.
  'long.test.js': `
    test('is long', () => new Promise((resolve) => setTimeout(resolve, 1000)));
  `,
  'red.test.js': `test('is red', () => expect(1).toBe(2));`,
  'slow.all.test.js': `test('is for the full run', () => {});`,
};
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
writeFileSync(join(folder, 'package.json'), '{}');

/** The output of jest on standard error, with a line every 200 ms in place of every minute. */
function jest(env: Record<string, string>, ...words: string[]): Promise<string> {
  const reporter = join(repositoryFolder, 'test', 'services', 'jest-progress.js');
  const config = {
    rootDir: folder,
    testEnvironment: 'node',
    testMatch: ['**/*.test.js'],
    testPathIgnorePatterns: env['VOLEE_TEST_QUICK'] ? [String.raw`\.all\.test\.js$`] : [],
    reporters: ['default', [reporter, { every: 200 }]],
  };
  const program = join(repositoryFolder, 'node_modules', 'jest', 'bin', 'jest.js');
  const { NODE_OPTIONS: _ofJest, VOLEE_TEST_QUICK: _ofRun, VOLEE_TEST_MARIADB_URL: _ofServer, ...own } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, '-i', '--config', JSON.stringify(config), ...words],
      { cwd: folder, env: { ...own, ...env } },
      (_error, _stdout, stderr) => resolve(stderr),
    );
  });
}

const QUICK = { VOLEE_TEST_QUICK: '1', VOLEE_TEST_MARIADB_URL: 'mysql://root@127.0.0.1:1' };

test('a line now and then says how many files are done, and which one takes long; the last line what a full run has besides', async () => {
  const said = await jest(QUICK);
  expect(said).toMatch(
    /volee: after 0 min, \d of 3 files are done(, 1 of them failed)?; long\.test\.js has run for \d s\n/,
  );
  expect(said.trim().split('\n').at(-1)).toBe(
    'volee: left to "npm test -- --all", which CI runs: 1 file named *.all.test.ts, 3 tests on MariaDB, 1 other skipped test',
  );
});

test('what was not asked for is not left out', async () => {
  expect(await jest(QUICK, '-t', 'fills', './each')).toMatch(/ CI runs: 1 test on MariaDB\n$/);
  expect(await jest(QUICK, './red')).toMatch(/volee: nothing of these files is left to "npm test -- --all"\n$/);
});

test('without MariaDB there are no tests on it to leave out', async () => {
  const { VOLEE_TEST_MARIADB_URL: _server, ...quick } = QUICK;
  expect(await jest(quick, './each')).toMatch(/ CI runs: 1 other skipped test\n$/);
});

test('the files that failed are listed where the caller asks for them', async () => {
  const list = join(folder, 'failed.json');
  await jest({ VOLEE_FAILED_FILES: list }, './red', './each');
  expect(JSON.parse(readFileSync(list, 'utf8'))).toEqual(['red.test.js']);
});

test('a full run leaves nothing out, and says nothing of it', async () => {
  const said = await jest({});
  expect(said).toContain('slow.all.test.js');
  expect(said).not.toContain('--all"');
});
