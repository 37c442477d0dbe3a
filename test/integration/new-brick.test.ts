// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { bootHost, createLog, loadSettings } from '@volee/core-adapter/host';
import { sampleSource, SCHOOL } from '@volee/core-adapter/testing';

import { runProgram, runVolee, serveVolee } from '../e2e/volee-command.js';
import { repositoryFolder } from '../repository/tracked-files.js';
import { freePort } from '../services/free-port.js';
import { copyRepository, sourcesIn } from './repository-copy.js';
import { cookieHeader } from './session-cookie.js';

const undo: (() => unknown)[] = [];
afterAll(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

const place = mkdtempSync(join(tmpdir(), 'volee-new-brick-'));
undo.push(() => rmSync(place, { recursive: true, force: true }));

/** The time limit in milliseconds, for programs of their own on a busy machine. */
const PATIENCE = 120_000;

/** As in the script `test` of the brick. */
const VM_MODULES = ['--experimental-vm-modules', '--no-warnings'];

/** The part of jest's report in JSON that is read here. */
interface Report {
  readonly numPassedTestSuites: number;
  readonly numPassedTests: number;
  readonly numTotalTests: number;
}

const program = join('core-adapter', 'bin', 'volee.js');

/** Runs a command as in a terminal in `folder`. @throws Error with what the command said, when it fails */
function run(folder: string, command: string, ...words: string[]): string {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  return execFileSync(command, words, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

describe('in the repository', () => {
  const copy = join(place, 'repository');
  const longest = `class-${'x'.repeat(34)}`;

  test(
    'the brick is built, tested and formatted by its name, and no other file changes',
    () => {
      copyRepository(copy);
      const before = sourcesIn(copy);

      expect(run(copy, 'npm', 'run', '--silent', 'new-brick', '--', 'brick-under-test')).toMatch(
        /npm test -w plugins\/brick-under-test/,
      );
      run(copy, process.execPath, program, 'brick', 'new', longest, '--with', 'task,file');
      // A dry run is enough: the template itself is built with the rest.
      const built = run(copy, process.execPath, join('test', 'launch', 'launch.js'), 'build', '--', '--dry');
      expect(built).toMatch(/would build project '.*\/plugins\/brick-under-test\/tsconfig\.json'/);

      const found = run(copy, 'npm', 'run', '--silent', 'jest', '--', '--listTests', 'plugins/brick-under-test');
      expect(found.trim()).toMatch(/plugins\/brick-under-test\/src\/pages\/notices\/notices\.test\.ts$/);
      expect(run(copy, 'npm', 'pkg', 'get', 'name', '-w', 'plugins/brick-under-test')).toMatch(
        /@volee\/brick-under-test/,
      );
      const prettier = join('node_modules', 'prettier', 'bin', 'prettier.cjs');
      run(copy, process.execPath, prettier, '--check', 'plugins/brick-under-test', `plugins/${longest}`);

      const made = new RegExp(`^plugins/(brick-under-test|${longest})/`);
      expect(sourcesIn(copy).filter((file) => !made.test(file))).toEqual(before);
    },
    PATIENCE,
  );
});

describe('outside of it', () => {
  const brick = join(place, 'brick-under-test');
  const make = (name: string, ...words: string[]): string =>
    run(place, process.execPath, join(repositoryFolder, program), 'brick', 'new', name, ...words);

  test('the brick is whole, and keeps nothing of the template’s name', () => {
    expect(JSON.parse(make('brick-under-test', '--json'))).toMatchObject({
      id: 'brick-under-test',
      written: './brick-under-test',
      inRepository: false,
    });

    const files = readdirSync(brick, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['.gitignore', '.npmrc', 'README.md', 'package.json', 'manifest.ts']));
    for (const { parentPath, name } of files) {
      expect([name, readFileSync(join(parentPath, name), 'utf8')]).toEqual([
        name,
        expect.not.stringMatching(/first.?brick|1764028800000|core-adapter\/template/i),
      ]);
    }
    expect(readFileSync(join(brick, 'package.json'), 'utf8')).toMatch(/"file:\.\.\/.*core-adapter"/);
  });

  test('the line to add is right wherever volee.yaml is, and what comes after it is told', () => {
    const answer = make('another-one');
    expect(answer).toContain(`"${join(realpathSync(place), 'another-one')}": {}   under "bricks:" in volee.yaml`);
    expect(answer).toMatch(/"volee db migrate", and restart Volée/);
  });

  test(
    'it compiles by its own settings, and runs under `volee serve` by its path',
    async () => {
      compile(brick);
      rmSync(join(brick, 'node_modules'));

      const { url, cookies } = await serveWith('./brick-under-test');
      const page = `${url}/s/${SCHOOL}/brick-under-test`;
      const asTeacher = { Cookie: cookies.teacher, 'Sec-Fetch-Site': 'same-origin' };
      const form = await (await fetch(`${page}/`, { headers: asTeacher })).text();
      const [, groupId = ''] = /name="groupId" value="([^"]+)"/.exec(form) ?? [];
      const body = new URLSearchParams({ groupId, text: 'Sortie au musée' });
      const sent = await fetch(`${page}/notices`, { method: 'POST', headers: asTeacher, body, redirect: 'manual' });
      expect(sent.status).toBe(303);
      for (const Cookie of [cookies.teacher, cookies.pupil]) {
        const shown = await fetch(`${page}/`, { headers: { Cookie } });
        expect([shown.status, await shown.text()]).toEqual([200, expect.stringMatching(/Sortie au musée/)]);
      }
    },
    PATIENCE,
  );

  test.each(['task', 'file'])(
    'a brick made --with %s compiles',
    (extra) => {
      make(`only-${extra}`, '--with', extra);
      compile(join(place, `only-${extra}`));
    },
    PATIENCE,
  );

  test(
    'a brick made --with task,file compiles, and passes its own tests and the contract suite',
    () => {
      make('both-extras', '--with', 'task,file');
      const both = join(place, 'both-extras');
      compile(both);
      const jest = join(both, 'node_modules', 'jest', 'bin', 'jest.js');
      const report = join(place, 'report.json');
      run(both, process.execPath, ...VM_MODULES, jest, '--json', '--outputFile', report);
      const { numPassedTestSuites, numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
      expect([numPassedTestSuites, numPassedTests]).toEqual([2, numTotalTests]);
    },
    2 * PATIENCE,
  );

  test('a word that --with does not know ends with 2, in one sentence', async () => {
    const { code, stdout, stderr } = await runVolee('unused', 'brick', 'new', 'class-diary', '--with', 'task,chat');
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      'volee: A brick cannot be made with "chat". Write --with task, --with file, or both: --with task,file.\n',
    ]);
  });

  test('a name that cannot be ends with 2, in one sentence', async () => {
    const { code, stdout, stderr } = await runVolee('unused', 'brick', 'new', 'Agenda');
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      expect.stringMatching(/^volee: "Agenda" is not a valid brick id[^\n]+\n$/),
    ]);
  });
});

/** Compiles a brick outside the repository with the packages of the repository, which it then has. */
function compile(folder: string): void {
  const packages = join(folder, 'node_modules');
  symlinkSync(join(repositoryFolder, 'node_modules'), packages);
  run(folder, process.execPath, join(packages, 'typescript-7', 'bin', 'tsc'));
}

/** The host in a process of its own with this brick on in the first school, and cookies of two sessions. */
async function serveWith(path: string): Promise<{ url: string; cookies: { teacher: string; pupil: string } }> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const file = join(place, 'volee.yaml');
  const written = {
    server: { publicUrl: url, listen: url.replace('http://', '') },
    database: { url: `sqlite:${join(place, 'volee.sqlite')}` },
    session: { secret: 'a secret that only tests know, 32+ characters' },
    storage: { url: `file:${join(place, 'files')}` },
    bricks: { [path]: {} },
  };
  writeFileSync(file, JSON.stringify(written));
  expect(await runProgram(file, 'db', 'migrate')).toMatchObject({ code: 0 });
  const cookies = await readSchools(file);
  expect(await runProgram(file, 'brick', 'enable', 'brick-under-test', '--school', SCHOOL)).toMatchObject({ code: 0 });
  const log = join(place, 'log');
  mkdirSync(log);
  const host = await serveVolee(log, file, url);
  undo.push(() => host.stop());
  return { url, cookies };
}

/** Reads the sample directory, by a host without bricks. @returns cookies of two people of the first school */
async function readSchools(file: string): Promise<{ teacher: string; pupil: string }> {
  const reading = await bootHost({ settings: loadSettings(file, {}), bricks: [], log: createLog('silent') });
  try {
    await reading.sync.run(sampleSource, new AbortController().signal);
    const cookieOf = async (login: string): Promise<string> =>
      cookieHeader(reading, (await reading.directory.personByLogin('ldap', login))?.id ?? '');
    return { teacher: await cookieOf('teacher'), pupil: await cookieOf('pupil') };
  } finally {
    await reading.stop();
  }
}
