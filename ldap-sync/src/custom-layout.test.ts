// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';

import { readAll } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { startTestDirectory, type TestDirectory } from './testing/test-directory.js';
import { entry, unit, type TestEntry } from './testing/test-entries.js';

const started = stopAfterEach();

const ROOT = 'dc=ent,dc=example';
const FIRST = `ENTStructureSIREN=999000001,ou=structures,${ROOT}`;
const SECOND = `ou=ecole-du-lac,ou=structures,${ROOT}`;

function account(uid: string, values: Record<string, string | string[]> = {}): TestEntry {
  return entry(`uid=${uid},ou=people,${ROOT}`, {
    uid,
    sn: uid.toUpperCase(),
    ENTPersonProfils: 'National_ELV',
    ...values,
  });
}

/** A collège and an école, each known by another key (invented). */
const SCHOOLS = [
  entry(ROOT, { dc: 'ent' }),
  unit(`ou=structures,${ROOT}`),
  unit(`ou=people,${ROOT}`),
  entry(FIRST, { ENTStructureUAI: '0999991A', ENTStructureNomCourant: 'Jean Macé', ENTStructureTypeStruct: 'CLG' }),
  entry(SECOND, { ENTEtablissementUAI: '0999992b', ENTStructureNomCourant: 'Le Lac', ENTStructureJointure: '52002' }),
  entry(`ou=rectorat,ou=structures,${ROOT}`, { ENTStructureUAI: 'unknown', ENTStructureNomCourant: 'Rectorat' }),
];

async function start(...people: TestEntry[]): Promise<TestDirectory> {
  return started(await startTestDirectory([...SCHOOLS, ...people]));
}

const sdet = { baseDn: ROOT, layout: 'sdet' };

function of(records: readonly DirectoryRecord[], ...types: DirectoryRecord['type'][]): readonly DirectoryRecord[] {
  return records.filter(({ type }) => types.includes(type));
}

test('schools: those with a UAI, their kinds by word or by code', async () => {
  const { url } = await start();

  expect(await readAll(url, sdet)).toEqual([
    { type: 'school', uai: '0999991A', name: 'Jean Macé', kind: 'college' },
    { type: 'school', uai: '0999992B', name: 'Le Lac', kind: 'primary' },
  ]);
});

test('a school with a second entry is one school with two names', async () => {
  const part = entry(`ou=segpa,ou=structures,${ROOT}`, { ENTStructureUAI: '0999991A', ENTStructureJointure: '52009' });
  const { url } = await start(part, account('ana', { ENTPersonStructRattach: '52009' }));

  const read = await readAll(url, sdet);
  expect(of(read, 'school')).toHaveLength(2);
  expect(of(read, 'person')).toMatchObject([{ uai: '0999991A' }]);
});

describe('the school of a person', () => {
  test.each([
    ['a DN', FIRST, '0999991A'],
    ['a UAI', '0999991a', '0999991A'],
    ['a key', '52002', '0999992B'],
  ])('is named by %s', async (_what, ENTPersonStructRattach, uai) => {
    const { url } = await start(account('ana', { ENTPersonStructRattach }));

    expect(of(await readAll(url, sdet), 'person')).toMatchObject([{ key: 'ana', uai }]);
  });

  test('several: one record for each', async () => {
    const { url } = await start(account('ana', { ENTPersonStructRattach: ['52002', '0999991A', FIRST] }));

    expect(of(await readAll(url, sdet), 'person')).toMatchObject([{ uai: '0999992B' }, { uai: '0999991A' }]);
  });

  test('is else the one above in the tree, else that of the first class, else that of a child', async () => {
    const below = { ...account('bea'), dn: `uid=bea,ou=eleves,${SECOND}` };
    const { url } = await start(
      account('guy', { ENTPersonProfils: 'National_TUT', ENTAuxPersRelEleveEleve: `uid=cam,ou=people,${ROOT}` }),
      below,
      account('cam', { ENTEleveClasses: `${FIRST}$6A` }),
      account('tea', { ENTPersonProfils: 'National_ENS', ENTAuxEnsClasses: ['52002$CM1', '0999991A$6A'] }),
    );

    const read = of(await readAll(url, sdet), 'person');
    expect(read.map((record) => record.type === 'person' && `${record.key} ${record.uai}`)).toEqual([
      'bea 0999992B',
      'cam 0999991A',
      'tea 0999992B',
      'guy 0999991A',
    ]);
  });
});

test('classes and groups: pupils are in them, teachers teach them, each once; a name both bear makes two', async () => {
  const { url } = await start(
    account('ana', { ENTEleveClasses: '0999991A$6 A', ENTEleveGroupes: '0999991A$6 A' }),
    account('tea', {
      ENTPersonProfils: 'National_ENS',
      ENTPersonStructRattach: FIRST,
      ENTAuxEnsClasses: `${FIRST}$6 a`,
      ENTAuxEnsClassesMatieres: [`${FIRST}$6 A$006600`, `${FIRST}$6 A$006900`, '52002$CM2$006600'],
    }),
    account('sec', {
      ENTPersonProfils: 'National_ETA',
      ENTPersonStructRattach: FIRST,
      ENTPersonClasses: `${FIRST}$6 A`,
    }),
  );

  expect(of(await readAll(url, sdet), 'group', 'membership')).toEqual([
    { type: 'group', uai: '0999991A', key: '6 a', kind: 'class', name: '6 A' },
    { type: 'membership', uai: '0999991A', group: '6 a', person: 'ana', role: 'member' },
    { type: 'group', uai: '0999991A', key: 'work:6 a', kind: 'work', name: '6 A' },
    { type: 'membership', uai: '0999991A', group: 'work:6 a', person: 'ana', role: 'member' },
    { type: 'membership', uai: '0999991A', group: '6 a', person: 'tea', role: 'teacher' },
    { type: 'group', uai: '0999992B', key: 'cm2', kind: 'class', name: 'CM2' },
    { type: 'membership', uai: '0999992B', group: 'cm2', person: 'tea', role: 'teacher' },
  ]);
});

test('children: by DN, key or login, before or after their guardian, with any key attribute', async () => {
  const jointure = (ENTPersonJointure: string): object => ({ ENTPersonJointure, ENTPersonStructRattach: '52002' });
  const guardian = account('guy', {
    ...{ ENTPersonProfils: 'National_TUT', ENTPersonJointure: '9' },
    ENTAuxPersRelEleveEleve: [`cn=Ana,ou=people,${ROOT}`, '2', 'CAM', `uid=gone,ou=people,${ROOT}`, 'cn=Nobody,dc=x'],
  });
  const people = [
    guardian,
    { ...account('ana', { ...jointure('1') }), dn: `cn=Ana,ou=people,${ROOT}` },
    account('bea', { ...jointure('2') }),
    account('cam', { ...jointure('3') }),
  ];
  const { url } = await start(...people);
  const log = recordingLog();

  const read = await readAll(url, { ...sdet, keyAttribute: 'ENTPersonJointure' }, log);

  expect(of(read, 'kinship')).toEqual(
    ['1', '2', '3', 'uid=gone'].map((child) => ({ type: 'kinship', guardian: '9', child })),
  );
  expect(log.warnings.map(({ fields }) => fields)).toMatchObject([
    { reason: 'a child that the directory does not have', count: 1 },
  ]);
});

test('unusable entries are left out and logged by reason', async () => {
  const { url } = await start(
    account('no-school'),
    account('no-name', { sn: [], ENTPersonStructRattach: FIRST }),
    account('nothing', { ENTPersonProfils: 'National_99', ENTPersonStructRattach: FIRST }),
    account('lost', { ENTPersonStructRattach: FIRST, ENTEleveClasses: ['52999$6A', '$6A', `${FIRST}$`] }),
    account('odd', { ENTPersonStructRattach: FIRST, ENTEleveINE: '123', ENTPersonDateNaissance: 'hier' }),
    account('guy', { ENTPersonProfils: 'National_TUT', ENTAuxPersRelEleveEleve: `uid=gone,ou=people,${ROOT}` }),
  );
  const log = recordingLog();

  const read = of(await readAll(url, sdet, log), 'person');

  expect(read.map((record) => record.type === 'person' && record.key)).toEqual(['lost', 'odd']);
  expect(log.warnings.map(({ fields }) => Reflect.get(fields, 'reason') as string)).toEqual([
    'a person without a known school',
    'a person without sn or ENTPersonNom',
    'a person with an unknown ENTPersonProfils or ENTPersonFonctions',
    'a value of ENTEleveClasses that names no known school and class',
    'a national number (INE) without eleven letters and digits',
    'a day of birth that cannot be read',
  ]);
});

test('V4: a number and a day of birth, good or not, are never in the log', async () => {
  const secret = { ENTEleveINE: ['0123456789A5'], ENTPersonDateNaissance: '32/01/2014' };
  const { url } = await start(account('ana', { ...secret, ENTPersonStructRattach: FIRST }));
  const log = recordingLog();

  await readAll(url, sdet, log);

  expect(log.warnings).toHaveLength(2);
  expect(JSON.stringify(log.warnings)).not.toMatch(/0123456789A5|32\/01\/2014/);
});

const small = {
  schools: { filter: '(ENTStructureUAI=*)', uai: 'ENTStructureUAI' },
  persons: {
    filter: '(sn=*)',
    login: 'uid',
    familyName: 'sn',
    profile: 'ENTPersonProfils',
    school: 'ENTPersonStructRattach',
  },
};
const groups = {
  filter: '(memberUid=*)',
  name: 'cn',
  kind: 'sort',
  kinds: { Division: 'class', Rien: 'none' },
  members: 'memberUid',
};

describe('a custom mapping', () => {
  const group = (cn: string, sort: string, values: object = {}): TestEntry =>
    entry(`cn=${cn},ou=groups,${ROOT}`, { cn, sort, memberUid: ['ana', 'tea'], school: '0999991A', ...values });

  test('L10: only what it names, and the stable ids of persons, are asked for', async () => {
    const { url, searches } = await start();

    await readAll(url, { baseDn: ROOT, layout: 'custom', custom: small });
    expect(searches.map(({ attributes }) => [...attributes])).toEqual([
      ['ENTStructureUAI'],
      ['uid', 'entryUUID', 'objectGUID', 'sn', 'ENTPersonProfils', 'ENTPersonStructRattach'],
    ]);
  });

  test('L1: the number of searches is fixed, and filters are exactly those of the settings', async () => {
    const { url, searches } = await start(
      account('*)(uid=*', { ENTPersonStructRattach: '*)(uid=*' }),
      group('*)(cn=*', 'Division'),
    );

    await readAll(url, { baseDn: ROOT, layout: 'custom', custom: { ...small, groups } });
    expect(searches.map(({ filter }) => String(filter))).toEqual(['(ENTStructureUAI=*)', '(sn=*)', '(memberUid=*)']);
  });

  test('groups: words of one’s own for kinds, a school by attribute; one without a school is told', async () => {
    const mapped = { ...groups, school: 'school' };
    const { url } = await start(
      account('ana', { ENTPersonStructRattach: FIRST }),
      group('6A', 'division'),
      group('Tous', 'Rien'),
      group('Chorale', 'Groupe', { school: FIRST }),
      group('Ailleurs', 'Groupe', { school: '0999999Z' }),
    );
    const log = recordingLog();

    const read = await readAll(url, { baseDn: ROOT, layout: 'custom', custom: { ...small, groups: mapped } }, log);

    expect(of(read, 'group')).toMatchObject([
      { key: '6a', kind: 'class', uai: '0999991A' },
      { key: 'chorale', kind: 'work', uai: '0999991A' },
    ]);
    expect(log.warnings.map(({ fields }) => fields)).toMatchObject([{ reason: 'a group without a known school' }]);
  });
});
