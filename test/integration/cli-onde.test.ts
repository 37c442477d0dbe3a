// SPDX-License-Identifier: EUPL-1.2
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bootHost, createLog, loadSettings, migrate, schemaOwners } from '@volee/core-adapter/host';

import { ondeFile, sampleSchools, scribeEntries, startDirectory } from '../envole-box/index.js';
import { runVolee } from '../e2e/volee-command.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

const directory = await startDirectory({ entries: scribeEntries() });
const bricks = { '@volee/ldap-sync': ldapSettings(directory), '@volee/onde-import': {} };
const { file, folder } = writeCliSettings(bricks);
const settings = loadSettings(file, {});
await migrate(settings.database.url, schemaOwners([]));
const host = await bootHost({ settings, bricks: [], log: createLog('silent') });
afterAll(async () => {
  await host.stop();
  await directory.stop();
  rmSync(folder, { recursive: true, force: true });
});

const [UAI = '', OTHER_UAI = ''] = sampleSchools.map(({ uai }) => uai);
const HEADER = 'Nom élève;Prénom élève;Date naissance;INE; Cycle;Niveau;Libellé classe;Identifiant classe';

/** A file of this number of pupils, as ONDE writes it: one byte a letter. */
function pupilsFile(name: string, count: number): string {
  const path = join(folder, name);
  const lines = Array.from(
    { length: count },
    (_, index) => `FICTIF;Élève ${index};2016-05-04;0000000000${index};CYCLE III;CM1;CM1 Hugon;700101`,
  );
  writeFileSync(path, Buffer.from([HEADER, ...lines, ';;;;;;;', ';Sans nom;;;;;;', ''].join('\r\n'), 'latin1'));
  return path;
}

function otherFile(): string {
  const path = join(folder, 'prix.csv');
  writeFileSync(path, 'Article;Prix\nGomme;1\n');
  return path;
}

const onde = (...words: string[]) => runVolee(file, 'onde', 'import', ...words);
const pupils = async (uai: string): Promise<number> =>
  (await host.directory.schools()).find((school) => school.uai === uai)?.persons.pupil ?? 0;

test('T1, L4: files are tried, imported for one school, and held by the guard with exit code 3', async () => {
  expect((await runVolee(file, 'sync', 'run')).code).toBe(0);
  const [before, elsewhere] = [await pupils(UAI), await pupils(OTHER_UAI)];
  const whole = pupilsFile('CSVExtraction.csv', 9);

  const tried = await onde(whole, '--school', UAI, '--dry-run');
  expect(tried).toMatchObject({ code: 0, stderr: '' });
  expect(tried.stdout).toMatch(/^Sync run 2 of "onde-\w+": planned\.\n {2}Pupils: 9, Classes: 1\.\n/);
  expect(tried.stdout).toMatch(/Arriving: 9 \(Élève 0 FICTIF,/);
  expect(tried.stdout).toMatch(/Pupils, line 12: the name or the given name is missing\./);
  expect(await pupils(UAI)).toBe(before);

  const done = await onde(whole, '--school', UAI.toLowerCase(), '--json');
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(done.stdout)).toMatchObject({
    run: 3,
    source: `onde-${UAI.toLowerCase()}`,
    state: 'applied',
    figures: { pupils: 9, classes: 1 },
    changes: { personsCreated: { total: 9 } },
    faults: [{ where: 'Pupils, line 12' }],
  });
  expect([await pupils(UAI), await pupils(OTHER_UAI)]).toEqual([before + 9, elsewhere]);

  const held = await onde(pupilsFile('part.csv', 2), '--school', UAI);
  expect(held).toMatchObject({ code: 3, stdout: '' });
  expect(held.stderr).toMatch(/refused: .*: 2 pupils left of 9\./);
  expect(held.stderr).toMatch(/volee sync apply 4 --approve REASON/);
  expect(await pupils(UAI)).toBe(before + 9);
  expect((await runVolee(file, 'sync', 'apply', '4', '--approve', 'September')).code).toBe(0);
  expect(await pupils(UAI)).toBe(before + 2);
});

test('classes of a file are those of the directory by their pupils, and stand once, with the members of both', async () => {
  const place = async (): Promise<string[]> =>
    (await host.directory.groups(OTHER_UAI)).map(
      ({ name, pupils, teachers }) => `${name}: ${pupils}, ${teachers.join()}`,
    );
  const before = await place();
  const path = join(folder, 'moulin.csv');
  writeFileSync(path, ondeFile(OTHER_UAI, { CM1: 'CM1 M. LHOMME', CM2: 'CM2 MME RAVIER' }));
  const tried = await onde(path, '--school', OTHER_UAI, '--dry-run');
  expect(tried.stdout).toMatch(/Classes that the directory has already, joined to its own: 2/);
  expect(await onde(path, '--school', OTHER_UAI)).toMatchObject({ code: 0, stderr: '' });
  expect(await place()).toEqual(before);
  expect(await runVolee(file, 'sync', 'homonyms')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^No pair/),
  });
  expect((await runVolee(file, 'sync', 'show', '1')).stdout).not.toMatch(/are one with a class/);
  expect((await runVolee(file, 'sync', 'run')).code).toBe(0);
  expect(await place()).toEqual(before);
});

test.each<[string, () => string[], number, RegExp]>([
  ['no school', () => [pupilsFile('a.csv', 1)], 2, /required option '--school <uai>'/],
  ['no file', () => ['--school', UAI], 2, /missing required argument 'file'/],
  ['a file that is not there', () => ['gone.csv', '--school', UAI], 2, /gone\.csv cannot be read \(ENOENT/],
  [
    'a school that nobody knows',
    () => [pupilsFile('a.csv', 1), '--school', '0999999Z'],
    1,
    /school 0999999Z does not exist/,
  ],
  ['a file that is none of ONDE', () => [otherFile(), '--school', UAI], 2, /“prix\.csv” does not have the columns/],
])('%s is one sentence, and the exit code', async (_, words, code, sentence) => {
  const answer = await onde(...words());
  expect([answer.code, answer.stdout]).toEqual([code, '']);
  expect(answer.stderr).toMatch(sentence);
});

test('help tells the commands of the bricks that the settings name, and those alone', async () => {
  const [all, one, without] = await Promise.all([
    runVolee(file, 'help'),
    runVolee(file, 'help', 'onde', 'import', '--json'),
    runVolee(writeCliSettings({}).file, 'onde', 'import', 'x.csv', '--school', UAI),
  ]);
  expect(all.stdout).toMatch(/^ {2}onde +commands of the brick onde-import$/m);
  expect(JSON.parse(one.stdout)).toMatchObject({
    commands: [
      { name: 'import', arguments: [{ name: '<file...>' }], options: [{ required: true }, { required: false }] },
    ],
  });
  expect(without).toMatchObject({ code: 2, stderr: expect.stringMatching(/unknown command 'onde'/) });
});

test('a brick whose settings are wrong says so by its command, and keeps no other from working', async () => {
  const broken = writeCliSettings({ '@volee/onde-import': { levels: ['CM3'] } });
  await migrate(broken.databaseUrl, schemaOwners([]));
  const [command, help] = await Promise.all([
    runVolee(broken.file, 'onde', 'import', 'x.csv', '--school', UAI),
    runVolee(broken.file, 'help'),
  ]);
  expect(command.code).toBe(2);
  expect(command.stderr).toMatch(/@volee\/onde-import/);
  expect(help.code).toBe(0);
});
