// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  brickEntries,
  checkSettings,
  coreSchema,
  examine,
  migrate,
  schemaOwners,
  readableSettings,
  type Diagnosis,
} from '@volee/core-adapter/host';
import { bothDatabases } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import livretBridge from '@volee/livret-bridge';

import { runVolee } from '../e2e/volee-command.js';
import { startEnvoleBox } from '../envole-box/index.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

const SECRET = '8f14e45fceea167a5a36dedd4bea2543a9f1c2d3e4b5a6978899aabbccddeeff';
const box = await startEnvoleBox();
const folders: string[] = [];
afterAll(async () => {
  await box.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const operator = {
  name: 'Académie de Vaubrun',
  contact: 'ent@vaubrun.example.org',
  legalNotice: 'https://vaubrun.example.org/mentions-legales',
};

const wellBricks = {
  '@volee/cas-bridge': { baseUrl: box.cas.url },
  '@volee/ldap-sync': ldapSettings(box.directory),
  '@volee/file-share': {},
};

/** A `volee.yaml` beside a database that is up to date and a folder for files. */
async function writeInstallation(
  bricks: object = wellBricks,
  replaced: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { folder, file, databaseUrl } = writeCliSettings(bricks, {
    session: { secret: SECRET },
    operator,
    ...replaced,
  });
  folders.push(folder);
  await migrate(databaseUrl, schemaOwners([fileShare.manifest]));
  return file;
}

/** The findings that are not good, as "check state sentence → remedy". */
async function troubles(file: string): Promise<string[]> {
  const lines = await diagnoses(file);
  return lines.flatMap((line) =>
    line.state === 'good' ? [] : [`${line.check} ${line.state} ${line.sentence} → ${line.remedy}`],
  );
}

function diagnoses(file: string): Promise<Diagnosis[]> {
  const settings = readableSettings(file, {});
  const problems = checkSettings(file, {}).problems ?? [];
  const bricks = brickEntries({ bricks: settings.bricks ?? {} }, file);
  return examine({ settings, problems, bricks, env: {} });
}

const withoutTables = `bricks warn file-share ${fileShare.manifest.version} would fail: its tables are not up to date. → Run "volee db migrate".`;
const storageToCome = expect.stringMatching(
  /^storage warn .* does not exist yet\. → "volee serve" creates it/,
) as string;

test('all is well in an installation that has not been served yet', async () => {
  const file = await writeInstallation();
  expect(await troubles(file)).toEqual([storageToCome]);
  const good = (await diagnoses(file)).filter(({ state }) => state === 'good').map(({ check }) => check);
  expect([...new Set(good)]).toEqual([
    ...['node', 'settings', 'secret', 'address', 'database', 'directory', 'sso', 'endpoints', 'clock'],
    ...['disk', 'mail', 'operator', 'bricks'],
  ]);
});

describe('one fault at a time, and the rest is still looked at', () => {
  async function otherChecks(file: string): Promise<string[]> {
    const lines = await diagnoses(file);
    return [...new Set(lines.filter(({ state }) => state === 'good').map(({ check }) => check))];
  }

  test('no operator is named', async () => {
    const found = await troubles(await writeInstallation(wellBricks, { operator: {} }));
    expect(found.filter((line) => line.startsWith('operator warn'))).toEqual([
      expect.stringContaining('operator.name'),
      expect.stringContaining('operator.contact'),
      expect.stringContaining('operator.legalNotice'),
    ]);
    expect(found).toHaveLength(4);
  });

  test('the directory is down', async () => {
    const down = { ...ldapSettings(box.directory), url: 'ldap://127.0.0.1:1' };
    const file = await writeInstallation({ ...wellBricks, '@volee/ldap-sync': down });
    expect(await troubles(file)).toEqual([
      'directory bad The directory ldap://127.0.0.1:1 cannot be reached. → Check url, and that the directory runs.',
      storageToCome,
    ]);
    expect(await otherChecks(file)).toEqual(expect.arrayContaining(['sso', 'database', 'bricks']));
  });

  test('the password of the reader is wrong, and is not told', async () => {
    const wrong = { ...ldapSettings(box.directory), bindPassword: 'not-the-password' };
    const found = await troubles(await writeInstallation({ ...wellBricks, '@volee/ldap-sync': wrong }));
    expect(found).toEqual([
      expect.stringMatching(
        /^directory bad .* refuses the name or the password of .* → Check bindDn and bindPassword\.$/,
      ),
      storageToCome,
    ]);
    expect(found.join()).not.toContain('not-the-password');
  });

  test('the SSO is down', async () => {
    const file = await writeInstallation({ ...wellBricks, '@volee/cas-bridge': { baseUrl: 'http://127.0.0.1:1' } });
    expect(await troubles(file)).toEqual([
      'sso bad The CAS server at http://127.0.0.1:1 could not be asked: ECONNREFUSED. → Check baseUrl, and that it runs.',
      storageToCome,
    ]);
    expect(await otherChecks(file)).toEqual(expect.arrayContaining(['directory', 'database', 'bricks']));
  });

  test.each(['html', '500', 'redirect', 'empty'] as const)('C17 the SSO is no CAS: %s', async (trouble) => {
    box.cas.failWith(trouble);
    const found = await troubles(await writeInstallation());
    box.cas.failWith(undefined);
    expect(found).toEqual([
      expect.stringMatching(/^sso bad .*without a CAS answer\. → Check baseUrl and flavour\.$/),
      storageToCome,
    ]);
  });

  test('migrations are pending', async () => {
    const { folder, file, databaseUrl } = writeCliSettings(wellBricks, { session: { secret: SECRET }, operator });
    folders.push(folder);
    await migrate(databaseUrl, [coreSchema]);
    const { migrations } = fileShare.manifest;
    expect(migrations).not.toEqual([]);
    expect(await troubles(file)).toEqual([
      `database bad Migrations are pending: file-share (${migrations.length}). → Run "volee db migrate".`,
      storageToCome,
      withoutTables,
    ]);
  });

  test('there is no database, and none is made', async () => {
    const { folder, file } = writeCliSettings(wellBricks, { session: { secret: SECRET }, operator });
    folders.push(folder);
    expect(await troubles(file)).toEqual([
      'database bad The file of database.url does not exist. → Run "volee db migrate", or check database.url.',
      storageToCome,
      withoutTables,
    ]);
    expect(() => readFileSync(join(folder, 'volee.sqlite'))).toThrow(/ENOENT/);
  });

  test('the database server is down; its password is not told', async () => {
    const file = await writeInstallation(wellBricks, {
      database: { url: 'mysql://volee:hunter-two@127.0.0.1:9/volee' },
    });
    const found = await troubles(file);
    expect(found).toEqual([
      expect.stringMatching(/^database bad The database does not answer \(.+\)\. → Check database\.url/),
      storageToCome,
    ]);
    expect(found.join()).not.toContain('hunter-two');
    expect(await otherChecks(file)).toEqual(expect.arrayContaining(['sso', 'directory', 'bricks', 'disk']));
  });

  test('a file in the way of the files', async () => {
    const file = await writeInstallation();
    writeFileSync(join(file, '..', 'files'), '');
    expect(await troubles(file)).toEqual([
      expect.stringMatching(/^storage bad .*is not a folder.* → Check storage\.url/),
    ]);
  });

  test('settings that a host could not boot with hide nothing else', async () => {
    const file = await writeInstallation(
      { ...wellBricks, '@volee/file-share': { maxFileSise: '1GB' } },
      { session: { secret: 'short' } },
    );
    expect(await troubles(file)).toEqual([
      expect.stringMatching(/^settings bad session\.secret: write at least 32 characters/),
      expect.stringMatching(
        /^settings bad bricks\.@volee\/file-share\.maxFileSise: not known; did you mean "maxFileSize"\? → /,
      ),
      storageToCome,
      expect.stringMatching(/^bricks bad file-share failed: its settings are wrong\./),
    ]);
    expect(await otherChecks(file)).toEqual(expect.arrayContaining(['sso', 'directory', 'database']));
  });

  test('bricks that cannot be imported, and none that is the way in', async () => {
    const file = await writeInstallation({ '@volee/ldap-sync': ldapSettings(box.directory), '@volee/file-share': {} });
    expect(await troubles(file)).toEqual([expect.stringMatching(/^sso bad Nobody can log in/), storageToCome]);
    const missing = await writeInstallation({ ...wellBricks, '@volee/no-such-brick': {} });
    expect(await troubles(missing)).toEqual([
      storageToCome,
      expect.stringMatching(/^bricks bad @volee\/no-such-brick: .* → .*\. Restart Volée once it is mended\.$/),
    ]);
  });
});

describe.each(bothDatabases())('the database: $name', (kind) => {
  test('its version, its tables and its clock', async () => {
    const { url, drop } = await kind.fresh();
    await migrate(url, schemaOwners([fileShare.manifest]));
    const lines = await diagnoses(await writeInstallation(wellBricks, { database: { url } }));
    await drop();
    const reported = lines
      .filter(({ check }) => check === 'database')
      .map(({ state, sentence }) => `${state} ${sentence}`);
    expect(reported).toEqual([
      expect.stringMatching(/^good .*\d+\.\d+.* answers/),
      'good The tables of core, file-share are up to date.',
    ]);
    const clocks = lines.filter(({ check, sentence }) => check === 'clock' && sentence.startsWith('The database'));
    expect(clocks.map(({ state }) => state)).toEqual(kind.name === 'MariaDB' ? ['good'] : []);
  });

  test('a brick that checks its rows reads them, and finds nothing where its tables are not up to date', async () => {
    const { url, drop } = await kind.fresh();
    const file = await writeInstallation({ ...wellBricks, '@volee/livret-bridge': {} }, { database: { url } });
    const found = async (): Promise<string[]> =>
      (await diagnoses(file))
        .filter(({ check }) => check === 'catalogues')
        .map(({ check, state }) => `${check} ${state}`);
    await migrate(url, schemaOwners([fileShare.manifest]));
    expect(await found()).toEqual([]);
    await migrate(url, schemaOwners([fileShare.manifest, livretBridge.manifest]));
    expect(await found()).toEqual(['catalogues good', 'catalogues good']);
    await drop();
  });
});

test('P11: a brick whose checks give no list of findings is told by its check, and the rest as ever', async () => {
  const { pathname } = new URL('../bricks/outside/tells-one-finding', import.meta.url);
  const { code, stdout, stderr } = await runVolee(
    await writeInstallation({ ...wellBricks, [pathname]: {} }),
    'doctor',
    '--json',
  );
  expect([code, stderr]).toEqual([1, 'volee: 3 checks failed.\n']);
  const reported = JSON.parse(stdout) as Diagnosis[];
  expect(reported.filter(({ state }) => state === 'bad')).toEqual(
    ['lamp', 'printer', 'bell'].map((check) => ({
      check,
      state: 'bad',
      sentence: `The check "${check}" of tells-one-finding gives no list of findings, each with its sentence.`,
      remedy: 'Report it to its authors.',
    })),
  );
  expect(reported.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['sso', 'directory', 'database', 'bricks']),
  );
});

test('the command: signs and words, aligned, without colours; exit code 1 once something is bad', async () => {
  const [file, sick] = await Promise.all([
    writeInstallation(),
    writeInstallation({ ...wellBricks, '@volee/cas-bridge': { baseUrl: 'http://127.0.0.1:1' } }),
  ]);
  const [well, bad] = await Promise.all([runVolee(file, 'doctor'), runVolee(sick, 'doctor', '--json')]);
  expect([well.code, well.stderr]).toEqual([0, '']);
  expect(well.stdout).toMatch(/^✔ good {2}node {6,}Node\.js /m);
  expect(well.stdout).toMatch(/^! warn {2}storage {3,}.*does not exist yet\.\n {10,}→ "volee serve" creates it/m);
  expect(well.stdout).not.toContain('\u001b');
  expect([bad.code, bad.stderr]).toEqual([1, 'volee: One check failed.\n']);
  const reported = JSON.parse(bad.stdout) as Diagnosis[];
  expect(reported.filter(({ state }) => state === 'bad')).toEqual([
    {
      check: 'sso',
      state: 'bad',
      sentence: 'The CAS server at http://127.0.0.1:1 could not be asked: ECONNREFUSED.',
      remedy: 'Check baseUrl, and that it runs.',
    },
  ]);
  expect(`${well.stdout}${bad.stdout}`).not.toContain(SECRET);
});
