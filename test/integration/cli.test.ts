// SPDX-License-Identifier: EUPL-1.2
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { bothDatabases, isQuickRun } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { program, runProgram, runVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { writeCliSettings, type CliPlace } from './cli-settings.js';

const places: CliPlace[] = [];
afterAll(() => places.forEach(({ folder }) => rmSync(folder, { recursive: true, force: true })));

function settings(...given: Parameters<typeof writeCliSettings>): CliPlace {
  const place = writeCliSettings(...given);
  places.push(place);
  return place;
}

const { NODE_OPTIONS: _options, ...environment } = process.env;

/** Runs the command without `--config`, in the given folder and environment. */
function volee(folder: string, env: Readonly<Record<string, string>>, ...words: string[]): Promise<CommandAnswer> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...environment, ...env }, timeout: 30_000 };
    execFile(process.execPath, [program, ...words], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

describe('wrong usage', () => {
  const { file, folder } = settings({});

  test('the command exits with 2 and explains the usage on stderr', async () => {
    const usages = [
      '',
      'nothing',
      'sync',
      'db migrate --nothing',
      'brick enable file-share',
      'sync show first',
      'demo --port 80',
    ];
    const answers = await Promise.all(usages.map((usage) => runVolee(file, ...usage.split(' ').filter(Boolean))));
    for (const { code, stdout, stderr } of answers) {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/Usage: volee|error: /);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });

  test('help and version exit with 0, on stdout', async () => {
    const [version, help] = await Promise.all([runProgram(file, '--version'), runVolee(file, 'sync', '--help')]);
    expect(version).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(help).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['--version', '--help', 'brick new --help', 'config'])(
    '%s loads no host, to be there at once',
    async (usage) => {
      const loaded = mkdtempSync(join(folder, 'loaded-'));
      const bare = mkdtempSync(join(folder, 'bare-'));
      // Node.js, Command-line API: with NODE_V8_COVERAGE the process writes the list of loaded modules at its end.
      await volee(bare, { NODE_V8_COVERAGE: loaded }, ...usage.split(' '));
      const report = readdirSync(loaded)
        .map((name) => readFileSync(join(loaded, name), 'utf8'))
        .join('\n');
      expect(report).toContain('/dist/cli/main.js');
      expect(report).not.toMatch(/\/boot-host\.js|\/node_modules\/(typeorm|express|zod)\//);
    },
  );

  test('without settings the command says where to write them', async () => {
    rmSync(join(folder, 'volee.yaml'));
    const { code, stderr } = await volee(folder, {}, 'school', 'list');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no settings: write \/etc\/volee\/volee\.yaml/)]);
  });

  test('the demo, which lets visitors choose their account, refuses production', async () => {
    const { code, stdout, stderr } = await volee(folder, { NODE_ENV: 'production' }, 'demo', '--port', '3999');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^volee: .*does not run with NODE_ENV=production\.\n$/);
  });
});

test('the built program answers like its commands in a test, without warnings of Node.js', async () => {
  const { file } = settings({ '@volee/file-share': {} });
  await runVolee(file, 'db', 'migrate');
  // The rest is a second way to succeed and to fail.
  const more = isQuickRun() ? [] : ['nothing', 'config check'];
  for (const words of ['brick list --json', 'school show 0399999Z', ...more]) {
    expect([words, await runProgram(file, ...words.split(' '))]).toEqual([
      words,
      await runVolee(file, ...words.split(' ')),
    ]);
  }
});

/** Runs a command and closes its output without reading it. */
async function unread(file: string, ...words: string[]): Promise<{ code: number | null; stderr: string }> {
  const run = spawn(process.execPath, [program, '--config', file, ...words], { env: environment });
  run.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(run.stderr), once(run, 'close') as Promise<[number | null]>]);
  return { code, stderr };
}

test('a closed pipe ends the program quietly: with 141, or with its own exit code when it fails', async () => {
  const { file } = settings({});
  const longAnswers = isQuickRun() ? [['--json']] : [['--json'], []];
  const [doctor, ...read] = await Promise.all([
    unread(file, 'doctor'),
    ...longAnswers.map((words) => unread(file, 'config', 'doc', ...words)),
  ]);
  expect(read).toEqual(longAnswers.map(() => ({ code: 141, stderr: '' })));
  expect(doctor).toEqual({ code: 1, stderr: expect.stringMatching(/^volee: (One check|\d+ checks) failed\.\n$/) });
});

describe('config check', () => {
  test('valid settings: no output', async () => {
    const { file } = settings({ '@volee/file-share': { maxFileSize: '2GB' } });
    const [plain, json] = await Promise.all([
      runVolee(file, 'config', 'check'),
      runVolee(file, 'config', 'check', '--json'),
    ]);
    expect(plain).toEqual({ code: 0, stdout: `${file}: no problem found.\n`, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual({ file, problems: [] });
  });

  test('all problems at once, of the host and of every brick; an unknown key gets a suggestion', async () => {
    const bricks = {
      '@volee/file-share': { maxFileSise: '2GB' },
      '@volee/cas-bridge': { baseUrl: 'ftp://sso.example.org', source: '${NOWHERE}' },
      '@volee/no-such-brick': {},
    };
    const { file } = settings(bricks, {
      server: { publicUrl: 'https://ent.example.org/path', lisen: '127.0.0.1:3000' },
      database: { url: 'postgres://localhost/volee' },
      session: { secret: 'file:/nowhere/session.key', idle: 'long' },
      storrage: { url: 'file:/tmp' },
    });
    const { code, stdout, stderr } = await runVolee(file, 'config', 'check');
    expect([code, stdout]).toEqual([2, '']);
    const reported = [
      /^ {2}server\.publicUrl: write only scheme, host and port: no path$/m,
      /^ {2}server\.lisen: not known; did you mean "listen"\?$/m,
      /^ {2}database\.url: write sqlite:/m,
      /^ {2}session\.secret: the file \/nowhere\/session\.key cannot be read/m,
      /^ {2}session\.idle: write a number and a unit/m,
      /^ {2}storrage: not known; did you mean "storage"\?$/m,
      /^ {2}bricks\.@volee\/file-share\.maxFileSise: not known; did you mean "maxFileSize"\?$/m,
      /^ {2}bricks\.@volee\/cas-bridge\.baseUrl: write the address of the CAS server/m,
      /^ {2}bricks\.@volee\/cas-bridge\.source: the environment has no variable NOWHERE$/m,
      /^ {2}bricks: @volee\/no-such-brick: it cannot be imported/m,
    ];
    for (const sentence of reported) expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(new RegExp(`^volee: ${reported.length} problems in the settings:\n`));
    expect(stderr.trimEnd().split('\n')).toHaveLength(reported.length + 1);
  });

  test('a file with another structure, and a missing file', async () => {
    const { file } = settings({});
    writeFileSync(file, '- a list');
    const answers = await Promise.all([file, '/nowhere/volee.yaml'].map((one) => runVolee(one, 'config', 'check')));
    expect(answers).toEqual([
      {
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^volee: one problem in the settings:\n {2}settings: .+\n$/),
      },
      { code: 2, stdout: '', stderr: expect.stringContaining('/nowhere/volee.yaml: cannot be read') },
    ]);
  });
});

describe.each(bothDatabases())('the database: $name', (kind) => {
  test('status lists pending migrations, migrate applies them, and other commands require them', async () => {
    const { url, drop } = await kind.fresh();
    const { file } = settings({ '@volee/file-share': {} }, { database: { url } });

    const [early, pending] = await Promise.all([
      runVolee(file, 'school', 'list'),
      runVolee(file, 'db', 'status', '--json'),
    ]);
    expect([early.code, early.stdout]).toEqual([1, '']);
    expect(early.stderr).toBe('volee: The database lacks tables of core, file-share. Run "volee db migrate" first.\n');
    expect(pending.code).toBe(1);
    expect(pending.stderr).toMatch(/^volee: Migrations are pending\. Run "volee db migrate"\.\n$/);
    const { pending: owners } = JSON.parse(pending.stdout) as { pending: { owner: string }[] };
    expect(owners.map(({ owner }) => owner)).toEqual(['core', 'file-share']);

    const migrated = await runVolee(file, 'db', 'migrate');
    expect([migrated.code, migrated.stderr]).toEqual([0, '']);
    const done = migrated.stdout.trimEnd().split('\n');
    expect(done[0]).toMatch(/^core: CreateDirectory\d+$/);
    const ofBrick = fileShare.manifest.migrations ?? [];
    expect(done.filter((line) => !line.startsWith('core: '))).toEqual(ofBrick.map(({ name }) => `file-share: ${name}`));
    const again = await Promise.all([runVolee(file, 'db', 'migrate'), runVolee(file, 'db', 'status')]);
    expect(again).toEqual([
      { code: 0, stdout: 'Nothing to migrate.\n', stderr: '' },
      { code: 0, stdout: 'Up to date, no drift.\n', stderr: '' },
    ]);
    await drop();
  });
});

test('an error at the start ends the process with one sentence, even with open connections', async () => {
  const { url, drop } = (await bothDatabases().at(-1)?.fresh()) ?? { url: '', drop: () => Promise.resolve() };
  const { file } = settings({}, { database: { url }, storage: { url: 'file:/dev/null/files' } });
  await runVolee(file, 'db', 'migrate');
  const { code, stderr } = await runProgram(file, 'serve');
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^\{.*"volee is starting"\}\nvolee: Files cannot be stored in .*\n$/),
  ]);
  await drop();
});

test('a port in use ends the process', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { url, drop } = (await bothDatabases().at(-1)?.fresh()) ?? { url: '', drop: () => Promise.resolve() };
  const server = { publicUrl: 'http://127.0.0.1', listen: `127.0.0.1:${port}` };
  const { file } = settings({}, { database: { url }, server });
  await runVolee(file, 'db', 'migrate');
  const { code, stderr } = await runProgram(file, 'serve');
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^volee: The port .* cannot be opened .*\n$/)]);
  taken.close();
  await drop();
});

test('the demo lists the ports that it needs, and suggests others, when one is in use', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = (taken.address() as AddressInfo).port - 1;
  const { folder } = settings({});
  const { code, stderr } = await volee(folder, {}, 'demo', '--port', String(port));
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      new RegExp(
        `^volee: The demo needs the ports ${port}, ${port + 1} and ${port + 2}, .* npm start -- --port (?!${port}\\b)\\d+\\.\n$`,
      ),
    ),
  ]);
  taken.close();
});

describe('a directory with invalid settings', () => {
  const { file } = settings(
    { '@volee/ldap-sync': { url: 'ldaps://scribe.example.org', schedule: 'every day at four' } },
    { storrage: {} },
  );

  test('serve reports the problems of host and bricks at once, and exits with 2', async () => {
    const [check, serve] = await Promise.all([runVolee(file, 'config', 'check'), runVolee(file, 'serve')]);
    expect(check).toEqual(serve);
    expect([serve.code, serve.stdout]).toEqual([2, '']);
    expect(serve.stderr).toMatch(/^ {2}storrage: not known/m);
    expect(serve.stderr).toMatch(/^ {2}bricks\.@volee\/ldap-sync\.schedule: write a cron pattern/m);
  });

  test('sync run exits with 2 and its problems, without blaming another brick', async () => {
    const wrong = settings({
      '@volee/file-share': { maxFileSise: '2GB' },
      '@volee/ldap-sync': { url: 'ldaps://scribe.example.org' },
    });
    await runVolee(wrong.file, 'db', 'migrate');
    const { code, stdout, stderr } = await runVolee(wrong.file, 'sync', 'run');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^ {2}bricks\.@volee\/ldap-sync\.bindDn: /m);
    expect(stderr).not.toContain('maxFileSise');
  });
});

test('F13 only the user of the program can read the database', async () => {
  const { file, folder } = settings({});
  await runProgram(file, 'db', 'migrate');
  expect(statSync(join(folder, 'volee.sqlite')).mode & 0o077).toBe(0);
});

test('a database that does not answer is reported in one sentence', async () => {
  const { file } = settings({}, { database: { url: 'mysql://volee:secret@127.0.0.1:9/volee' } });
  const { code, stdout, stderr } = await runVolee(file, 'db', 'status');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^volee: The database does not answer \(.*\)\. Check database\.url.*\n$/);
  expect(stderr).not.toContain('secret');
});

test('a command of a brick without settings reports missing settings, not an unknown command', async () => {
  const { folder, file } = settings({});
  rmSync(file);
  const { code, stderr } = await volee(folder, {}, 'sso', 'lemonldap');
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/no settings were found that name bricks .* give --config FILE/),
  ]);
  expect(await volee(folder, {}, 'server')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/serve/),
  });
});
