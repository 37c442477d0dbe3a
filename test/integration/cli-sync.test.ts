// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

import { bootHost, createLog, loadSettings, migrate, schemaOwners } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';

import { sampleSchools, scribeEntries, startDirectory } from '../envole-box/index.js';
import { program, runVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

const directory = await startDirectory({ entries: scribeEntries() });
const { file, folder } = writeCliSettings({ '@volee/ldap-sync': ldapSettings(directory), '@volee/file-share': {} });
const settings = loadSettings(file, {});
await migrate(settings.database.url, schemaOwners([fileShare.manifest]));
/** A host on the same database, to see what the commands did. */
const host = await bootHost({ settings, bricks: [], log: createLog('silent') });
afterAll(async () => {
  await host.stop();
  await directory.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly id: number;
  readonly state: string;
}

const UAI = sampleSchools[0]?.uai ?? '';
const volee = (words: string): Promise<CommandAnswer> => runVolee(file, ...words.split(' '));

/** The JSON answer of a command that must succeed. */
async function json<T>(words: string): Promise<T> {
  const { code, stdout, stderr } = await volee(`${words} --json`);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}
/** The answer of a command that must fail. */
async function refusal(words: string): Promise<[number, string]> {
  const { code, stdout, stderr } = await volee(words);
  expect(stdout).toBe('');
  return [code, stderr];
}
const pupils = async (): Promise<number | undefined> =>
  (await host.directory.schools()).find(({ uai }) => uai === UAI)?.persons.pupil;

test('a directory is read, checked and applied; the second run changes nothing and says so', async () => {
  expect((await volee('school list')).stdout).toBe('No school yet. Run "volee sync run".\n');
  const first = await volee('sync run');
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Sync run 1 of "ldap": applied\.\n/) });
  const second = await volee('sync run');
  expect(second).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Sync run 2 of "ldap": nothing changed\.\n/),
  });
  expect([first.stderr, second.stderr]).toEqual(['', '']);
  expect(await json('sync run --source ldap')).toMatchObject([{ id: 3, state: 'unchanged', source: 'ldap' }]);
});

test('school list has the shape that scripts rely on', async () => {
  const number = expect.any(Number);
  const listed = await json<{ uai: string; persons: { pupil: number } }[]>('school list');
  expect(listed.map(({ uai }) => uai).sort()).toEqual(sampleSchools.map(({ uai }) => uai).sort());
  for (const school of listed) {
    expect(school).toEqual({
      uai: expect.stringMatching(/^\d{7}[A-Z]$/),
      name: expect.any(String),
      kind: expect.stringMatching(/^(primary|college)$/),
      persons: { pupil: number, guardian: number, teacher: number, head: 0, staff: number },
      groups: number,
      bricks: [],
    });
    expect(school.persons.pupil).toBeGreaterThan(5);
  }
  expect((await volee('school list')).stdout).toMatch(
    /\): \d+ pupils, \d+ guardians, \d+ teachers, 0 heads, \d+ members? of staff; \d+ groups; bricks: none$/m,
  );
  const [shown, unknown] = await Promise.all([json(`school show ${UAI}`), refusal('school show 0399999Z')]);
  expect(shown).toEqual(listed.find(({ uai }) => uai === UAI));
  expect(unknown).toEqual([
    1,
    'volee: The school 0399999Z does not exist. "volee school list" lists the known schools.\n',
  ]);
});

test('a brick is switched on and off for one school; twice is told', async () => {
  expect(await json(`brick enable file-share --school ${UAI}`)).toMatchObject({
    id: 'file-share',
    school: UAI,
    on: true,
  });
  const on = await host.activations.bricksOn(sampleSchools.map(({ uai }) => uai));
  expect([...on]).toEqual(sampleSchools.map(({ uai }) => [uai, uai === UAI ? ['file-share'] : []]));
  const answers = await Promise.all([
    json('brick show file-share'),
    refusal(`brick enable file-share --school ${UAI}`),
    refusal('brick enable file-share --school 0399999Z'),
    refusal(`brick enable ldap-sync --school ${UAI}`),
    refusal(`brick enable messaging --school ${UAI}`),
    json('brick list'),
  ]);
  expect(answers).toEqual([
    expect.objectContaining({ id: 'file-share', state: 'ready', schools: [UAI] }),
    [1, `volee: file-share is on already in ${UAI}.\n`],
    [1, expect.stringMatching(/^volee: The school 0399999Z does not exist\./)],
    [1, 'volee: No brick "ldap-sync" can be switched on in a school. Known: file-share.\n'],
    [
      1,
      'volee: The brick "messaging" is installed, but the settings do not name it. Add the line "@volee/messaging": {} below ' +
        '"bricks" in volee.yaml, run "volee db migrate", and restart the service.\n',
    ],
    expect.arrayContaining([
      expect.objectContaining({ id: 'file-share', state: 'ready' }),
      { id: 'messaging', state: 'not in the settings', remedy: expect.stringMatching(/"@volee\/messaging": {}/) },
    ]),
  ]);
  expect((await volee(`brick disable file-share --school ${UAI}`)).stdout).toBe(`file-share is off in ${UAI}.\n`);
  expect(await host.activations.bricksOn([UAI])).toEqual(new Map([[UAI, []]]));
});

test('administrators and heads are granted, listed and taken back', async () => {
  await json('admin grant claire.vuillemin');
  const head = { login: 'Mathieu.Grosjean', school: UAI, granted: true };
  expect(await json(`admin grant Mathieu.Grosjean --school ${UAI}`)).toEqual(head);
  const [list, nobody, never] = await Promise.all([
    json('admin list'),
    refusal('admin grant nobody.here'),
    refusal('admin revoke ines.renaud'),
  ]);
  expect(list).toEqual([
    { login: 'claire.vuillemin', displayName: expect.any(String), uai: null },
    { login: 'mathieu.grosjean', displayName: expect.any(String), uai: UAI },
  ]);
  expect(nobody).toEqual([1, expect.stringMatching(/^volee: No person has the login nobody\.here\. .+\n$/)]);
  expect(never).toEqual([1, 'volee: ines.renaud is not an administrator of the platform.\n']);
  const taken = await volee('admin revoke claire.vuillemin');
  expect(taken.stdout).toBe('claire.vuillemin is no longer administrator of the platform.\n');
});

test('in steps: a plan is kept under a number, shown, and applied once', async () => {
  const { entries } = directory;
  const at = entries.findIndex(({ attributes }) => attributes['uid']?.[0] === 'ines.renaud');
  const ines = entries[at];
  if (!ines) throw new Error('the sample has no such person');
  entries[at] = { ...ines, attributes: { ...ines.attributes, givenName: ['Agnès'] } };
  const [run] = await json<Run[]>('sync plan');
  expect(run?.state).toBe('planned');
  const shown = (await volee(`sync show ${run?.id}`)).stdout;
  expect(shown).toMatch(/: planned\.\n {2}\S/);
  expect(shown).toMatch(/\n {2}Changes \(1\):\n {4}\S+ ines\.renaud .*givenName "Inès" → "Agnès"/);
  const { plan } = await json<{ plan: { persons: { changed: unknown[] } } }>(`sync show ${run?.id}`);
  expect(plan.persons.changed).toHaveLength(1);
  expect(await json(`sync apply ${run?.id}`)).toMatchObject({ id: run?.id, state: 'applied' });
  const [again, unknown] = await Promise.all([refusal(`sync apply ${run?.id}`), refusal('sync show 999')]);
  expect(again).toEqual([1, expect.stringMatching(/is applied and cannot be applied/)]);
  expect(unknown[0]).toBe(1);
});

test('L3, L15: an empty directory is refused with 3, and nothing changes', async () => {
  const before = await pupils();
  directory.switches.loseReadRights = true;
  const [code, reported] = await refusal('sync run');
  expect(code).toBe(3);
  expect(reported).toMatch(/was refused and nothing was changed/);
  const id = /Sync run (\d+)/.exec(reported)?.[1] ?? '';
  expect(reported).toContain(`volee sync apply ${id} --approve`);
  const [apply, plan] = await Promise.all([refusal(`sync apply ${id}`), refusal('sync plan')]);
  expect([apply[0], plan[0], await pupils()]).toEqual([3, 3, before]);
  directory.switches.loseReadRights = false;
});

test('a refused plan is applied with a reason; the name and the reason are stored', async () => {
  const { entries } = directory;
  const isPupilHere = (dn: string): boolean =>
    dn.startsWith('uid=') && dn.includes(`ou=eleves,ou=utilisateurs,ou=${UAI}`);
  entries.splice(0, entries.length, ...entries.filter(({ dn }) => !isPupilHere(dn)));
  const [code, reported] = await refusal('sync run');
  const id = /Sync run (\d+)/.exec(reported)?.[1] ?? '';
  expect(code).toBe(3);
  expect((await runVolee(file, 'sync', 'apply', id, '--approve', ' ')).code).toBe(2);
  const applied = await runVolee(file, 'sync', 'apply', id, '--approve', 'the school has closed', '--json');
  expect(JSON.parse(applied.stdout)).toMatchObject({
    state: 'applied',
    approvedBy: expect.stringMatching(/^cli:./),
    approvalReason: 'the school has closed',
  });
  const journal = await host.database.unitOfWork.run((manager) =>
    manager.query<{ actor: string; subject: string }[]>(
      `SELECT actor, subject FROM core_audit WHERE action = 'core.sync.apply' AND outcome = 'done' ORDER BY id DESC`,
    ),
  );
  expect(journal[0]?.actor).toBe('cli');
  expect(JSON.parse(journal[0]?.subject ?? '{}')).toMatchObject({ run: Number(id), reason: 'the school has closed' });
  expect(await pupils()).toBe(0);
});

test('a directory that does not answer is an error, 1, in one sentence, and nothing changes', async () => {
  const before = await host.directory.schools();
  const { port, reader } = directory;
  await directory.stop();
  const [code, reported] = await refusal('sync run');
  expect(code).toBe(1);
  expect(reported).toMatch(new RegExp(`^volee: .*${port}.*\\n$`));
  expect(reported).not.toContain(reader.password);
  expect(await host.directory.schools()).toEqual(before);
  expect(await refusal('sync run --source nothing')).toEqual([
    2,
    'volee: There is no source "nothing". Known: ldap.\n',
  ]);
});

test('V4 sync homonyms names pairs by keys and sources: no name, no day of birth, no number', async () => {
  const sample = await startDirectory({ entries: scribeEntries() });
  const twice = writeCliSettings({ '@volee/ldap-sync': ldapSettings(sample) });
  await migrate(twice.databaseUrl, schemaOwners([]));
  await runVolee(twice.file, 'sync', 'run');
  await sample.stop();
  expect((await runVolee(twice.file, 'sync', 'homonyms')).stdout).toBe('No pair waits for a decision.\n');

  const school = { type: 'school', uai: UAI, name: 'École des Tilleuls', kind: 'primary' } as const;
  const day = { birthDate: '2016-06-10', givenName: 'Inès', familyName: 'Renaud', displayName: 'Inès Renaud' };
  const ines = { type: 'person', key: '7701', login: '7701', profile: 'pupil', uai: UAI, ...day } as const;
  const onde = {
    name: 'onde',
    async *read() {
      yield* [school, ines];
    },
  };
  const other = await bootHost({ settings: loadSettings(twice.file, {}), bricks: [], log: createLog('silent') });
  await other.sync.run(onde, new AbortController().signal);
  await other.stop();
  expect(JSON.parse((await runVolee(twice.file, 'sync', 'homonyms', '--json')).stdout)).toEqual([
    {
      ...{ id: expect.any(String), why: 'number', askedAt: expect.any(String) },
      person: [{ name: 'onde', key: '7701' }],
      other: [{ name: 'ldap', key: 'ines.renaud' }],
    },
  ]);
  const { stdout } = await runVolee(twice.file, 'sync', 'homonyms');
  expect(stdout).toMatch(/: "7701" of onde and "ines\.renaud" of ldap: the same name and day of birth/);
  expect(stdout).not.toMatch(/Inès|2016-\d\d-\d\d/);
  rmSync(twice.folder, { recursive: true });
});

test('of several directories one in trouble keeps no other from being read, and every trouble is told', async () => {
  const good = await startDirectory({ entries: scribeEntries() });
  const [dole, vesoul] = [9, 10].map((port) => ({ ...ldapSettings(good), url: `ldap://127.0.0.1:${port}` }));
  const sources = { dole, good: ldapSettings(good), vesoul };
  const several = writeCliSettings({ '@volee/ldap-sync': { sources } });
  await migrate(several.databaseUrl, schemaOwners([]));
  const { code, stdout, stderr } = await runVolee(several.file, 'sync', 'run');
  expect([code, stdout]).toEqual([1, expect.stringMatching(/^Sync run \d of "good": applied\./)]);
  expect(stderr).toMatch(/127\.0\.0\.1:9\b/);
  expect(stderr).toMatch(/127\.0\.0\.1:10\b/);
  await good.stop();
  rmSync(several.folder, { recursive: true });
});

describe('P11: a directory that never says anything, and does not listen', () => {
  const { pathname } = new URL('../bricks/outside/hangs-in-reading', import.meta.url);
  const silent = writeCliSettings({ [pathname]: {} }, { server: { publicUrl: 'http://x', listen: '127.0.0.1:0' } });
  afterAll(() => rmSync(silent.folder, { recursive: true }));

  /** Runs a command, and sends it a signal once the directory is being read. @returns how it ended, and what it said */
  async function stopReading(
    signal: NodeJS.Signals,
    ...words: string[]
  ): Promise<[code: number | null, reported: string]> {
    const child = spawn(process.execPath, [program, '--config', silent.file, ...words], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
    let reported = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!reported.includes('"reading"') && (reported + text).includes('"reading"')) child.kill(signal);
      reported += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(late);
    return [code, reported];
  }

  test('keeps neither "serve" nor "sync run" from stopping; each run has failed, and says why', async () => {
    await migrate(silent.databaseUrl, schemaOwners([]));
    const [stopped, log] = await stopReading('SIGTERM', 'serve');
    expect(stopped).toBe(0);
    expect(log).toMatch(/"brick":"hangs-in-reading".*thrown at the end of a reading/);
    const [interrupted, reported] = await stopReading('SIGINT', 'sync', 'run');
    expect([interrupted, reported]).toEqual([1, expect.stringMatching(/^volee: The sync was interrupted/m)]);
    const runs = await Promise.all(['1', '2'].map((id) => runVolee(silent.file, 'sync', 'show', id, '--json')));
    expect(runs.map(({ stdout }) => JSON.parse(stdout) as object)).toMatchObject([
      { source: 'silent', state: 'failed', failure: 'The host is stopping.' },
      { source: 'silent', state: 'failed', failure: expect.stringMatching(/^The sync was interrupted/) },
    ]);
  });
});
