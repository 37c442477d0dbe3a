// SPDX-License-Identifier: EUPL-1.2
import { LEVELS } from '@volee/core-adapter';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import type { Category } from '../entry.js';
import { Problems } from '../problems.js';
import { add, type Written } from '../testing/aaf-xml.js';
import { entriesIn, mapAll, recordsIn } from '../testing/read-sample.js';
import { COLLEGE, ECOLE, PRIMARY, SECONDARY } from '../testing/sample-files.js';

const records = await recordsIn(entriesIn(PRIMARY, SECONDARY));

/** The collège of the sample with other pupils, guardians and staff. */
function college(category: Exclude<Category, 'EtabEducNat'>, ...entries: readonly (readonly [string, Written])[]) {
  const more = { [category]: entries.map(([id, attributes]) => add(category, id, attributes)) };
  return recordsIn(entriesIn({ EtabEducNat: SECONDARY.EtabEducNat }, more));
}

const awa = { sn: 'DIALLO', givenName: 'Awa', ENTPersonStructRattach: '43', ENTEleveClasses: '43$6A' };
const of = (type: DirectoryRecord['type'], all: readonly DirectoryRecord[] = records): DirectoryRecord[] =>
  all.filter((record) => record.type === type);
const profilesIn = (all: readonly DirectoryRecord[]): string[] =>
  all.flatMap((record) => (record.type === 'person' ? `${record.key} ${record.profile} ${record.uai}` : []));

test('écoles and collèges are schools; a lycée is not, nor what is only there', () => {
  expect(of('school')).toEqual([
    { type: 'school', uai: ECOLE, kind: 'primary', name: 'E.E.PU LES TILLEULS, DOLE' },
    { type: 'school', uai: COLLEGE, kind: 'college', name: "Collège DE L'ARC, DOLE" },
  ]);
  expect(JSON.stringify(records)).not.toContain('GRAND');
});

test('a pupil has number, day of birth and level, and the key for a login, since AAF has none', () => {
  const zoe = {
    key: '5001',
    stableId: '5001',
    login: '5001',
    givenName: 'Zoé',
    familyName: 'LEMAÎTRE',
    displayName: 'Zoé LEMAÎTRE',
  };
  expect(records).toContainEqual({
    type: 'person',
    ...zoe,
    profile: 'pupil',
    uai: ECOLE,
    ine: '123456789AB',
    birthDate: '2016-02-14',
    level: 'CM2',
  });
  expect(records).toContainEqual(expect.objectContaining({ key: '4001', level: '6E', birthDate: '2014-09-01' }));
});

test.each(LEVELS)('the files can name the level %s', async (level) => {
  for (const written of [level, `43$${level.toLowerCase()}$NIVEAU`])
    expect((await college('Eleve', ['1', { ...awa, ENTEleveNiveau: written }]))[1]).toMatchObject({ level });
});

test('an INE or a day of birth that is none is not said', async () => {
  const [, pupil] = await college('Eleve', [
    '1',
    { ...awa, ENTEleveINE: 'INCONNU', ENTPersonDateNaissance: '31/02/2014' },
  ]);
  expect(pupil).not.toHaveProperty('ine');
  expect(pupil).not.toHaveProperty('birthDate');
});

test('classes and groups keep the key of the file: the id of ONDE in the first degree, the division in the second', () => {
  expect(of('group')).toEqual([
    { type: 'group', uai: ECOLE, key: '12345', kind: 'class', name: 'CM2 A' },
    { type: 'group', uai: ECOLE, key: 'groupe$777', kind: 'option', name: 'CHORALE' },
    { type: 'group', uai: ECOLE, key: '12346', kind: 'class', name: 'CP' },
    { type: 'group', uai: COLLEGE, key: '6A', kind: 'class', name: '6A' },
    { type: 'group', uai: COLLEGE, key: 'groupe$6 ANG1', kind: 'option', name: '6 ANG1' },
  ]);
  expect(of('membership')).toContainEqual({
    type: 'membership',
    uai: ECOLE,
    group: '12345',
    person: '5001',
    role: 'member',
  });
});

test('persons with legal authority are guardians; contacts and payers are not', () => {
  expect(of('kinship')).toEqual(
    [
      ['6001', '5001'],
      ['6002', '5001'],
      ['6003', '5002'],
      ['6101', '4001'],
      ['6103', '4001'],
    ].map(([guardian, child]) => ({ type: 'kinship', guardian, child })),
  );
  expect(JSON.stringify(records)).not.toContain('CONTACT');
});

test('a pupil of age is not their own guardian', async () => {
  const links = ['9$70$1$1$1$1', '1$10$1$1$1$1'];
  expect(of('kinship', await college('Eleve', ['1', { ...awa, ENTElevePersRelEleve: links }]))).toEqual([]);
});

test('a teacher has that profile in the schools of functions and of classes, and teaches their groups', () => {
  expect(profilesIn(records).filter((line) => line.startsWith('7101'))).toEqual([`7101 teacher ${COLLEGE}`]);
  expect(of('membership').filter((record) => 'person' in record && record.person === '7101')).toEqual(
    ['6A', 'groupe$6 ANG1'].map((group) => ({
      type: 'membership',
      uai: COLLEGE,
      group,
      person: '7101',
      role: 'teacher',
    })),
  );
});

test('a head leads and may teach as well; everybody else is staff', async () => {
  expect(profilesIn(records).filter((line) => /^7(001|102|103)/.test(line))).toEqual([
    `7001 teacher ${ECOLE}`,
    `7001 head ${ECOLE}`,
    `7102 head ${COLLEGE}`,
    `7103 staff ${COLLEGE}`,
  ]);
  const doc = { sn: 'DOC', ENTPersonFonctions: '43$DOC$DOCUMENTATION$$', ENTPersonStructRattach: '44' };
  const unknown = { sn: 'INCONNU', ENTPersonStructRattach: '43' };
  expect(profilesIn(await college('PersEducNat', ['1', doc], ['2', unknown]))).toEqual([
    `1 teacher ${COLLEGE}`,
    `2 staff ${COLLEGE}`,
  ]);
});

test('nothing of what Volée does not need is in the records, nor in what is kept', async () => {
  const kept = JSON.stringify(await mapAll(entriesIn(PRIMARY, SECONDARY)));
  expect(kept).not.toMatch(/secret|SECRET|\+33|39100|"O","|PHYSIQUE/);
});

test.each([
  ['43$23/11/2026', 'gone the day after the pupil left', false],
  ['43$24/11/2026', 'there on the day on which the pupil leaves', true],
  ['23/11/2026', 'gone from the own school when none is named', false],
  ['44$23/11/2026', 'there after leaving another school', true],
  ['43$99/11/2026', 'there when the day is none', true],
])('a pupil whose date of leaving is %s is %s', async (exit, _what, isThere) => {
  const all = await college('Eleve', ['1', { ...awa, ENTEleveDateSortieStructRattach: exit }]);
  expect(profilesIn(all)).toEqual(isThere ? [`1 pupil ${COLLEGE}`] : []);
  expect(of('membership', all)).toHaveLength(isThere ? 1 : 0);
});

test('a pupil that left is kept for sixty days for a Delta, and then removed with the family', async () => {
  const kept = async (exit: string): Promise<boolean[] | string> => {
    const left = { ...awa, ENTElevePersRelEleve: '9$10$1$1$1$1', ENTEleveDateSortieStructRattach: exit };
    const family = { Eleve: [add('Eleve', '1', left)], PersRelEleve: [add('PersRelEleve', '9', { sn: 'DIALLO' })] };
    const mapped = await mapAll(entriesIn({ EtabEducNat: SECONDARY.EtabEducNat, ...family }));
    if (mapped.some(({ records: said }, index) => index > 1 && said.length > 0)) return 'somebody is still there';
    return mapped.slice(-2).map(({ home }) => home !== undefined);
  };
  expect(await kept('43$25/09/2026')).toEqual([true, true]);
  expect(await kept('43$24/09/2026')).toEqual([false, false]);
});

test('T7: a pupil and the family are kept in the present school of the pupil, or in the last one', async () => {
  const homes = async (exits: readonly string[]): Promise<(string | undefined)[]> => {
    const moved = {
      ...awa,
      ENTEleveClasses: [],
      ENTPersonClasses: '500$X$Y$1$CM2',
      ENTElevePersRelEleve: '9$10$1$1$1$1',
      ENTEleveDateSortieStructRattach: exits,
    };
    const family = { Eleve: [add('Eleve', '1', moved)], PersRelEleve: [add('PersRelEleve', '9', { sn: 'DIALLO' })] };
    const schools = { EtabEducNat: [...SECONDARY.EtabEducNat, ...PRIMARY.EtabEducNat] };
    return (await mapAll(entriesIn(schools, family))).slice(-2).map(({ home }) => home);
  };
  expect(await homes([])).toEqual([COLLEGE, COLLEGE]);
  expect(await homes(['43$20/11/2026'])).toEqual([ECOLE, ECOLE]);
  expect(await homes(['43$20/11/2026', '500$21/11/2026'])).toEqual([ECOLE, ECOLE]);
  expect(await homes(['43$22/11/2026', '500$21/11/2026'])).toEqual([COLLEGE, COLLEGE]);
});

test('T7: a guardian of a present child and one that left is kept with the present child', async () => {
  const ties = { ENTElevePersRelEleve: '9$10$1$1$1$1' };
  const left = { ...awa, ...ties, ENTEleveDateSortieStructRattach: '43$20/11/2026' };
  const there = { ...awa, ...ties, ENTPersonStructRattach: '500', ENTEleveClasses: [] };
  const family = {
    Eleve: [add('Eleve', '1', left), add('Eleve', '2', there)],
    PersRelEleve: [add('PersRelEleve', '9', { sn: 'DIALLO' })],
  };
  const schools = { EtabEducNat: [...SECONDARY.EtabEducNat, ...PRIMARY.EtabEducNat] };
  expect((await mapAll(entriesIn(schools, family))).at(-1)).toMatchObject({ home: ECOLE });
});

test('a pupil is no longer in a class that they left, but in the others', async () => {
  const classes = { ENTEleveClasses: ['43$6A', '43$6B'], ENTEleveDateSortieClasses: '43$30/09/2026$6A' };
  const all = await college('Eleve', ['1', { ...awa, ...classes }]);
  expect(of('membership', all)).toMatchObject([{ group: '6B' }]);
});

test('only the schools and levels of the settings are served', async () => {
  const one = await recordsIn(entriesIn(PRIMARY, SECONDARY), { schools: [ECOLE] });
  expect(new Set(one.flatMap((record) => ('uai' in record ? record.uai : [])))).toEqual(new Set([ECOLE]));
  const cm2 = await recordsIn(entriesIn(PRIMARY, SECONDARY), { levels: ['CM2'] });
  expect(profilesIn(cm2).filter((line) => /pupil|guardian/.test(line))).toEqual([
    `5001 pupil ${ECOLE}`,
    `6001 guardian ${ECOLE}`,
    `6002 guardian ${ECOLE}`,
  ]);
});

test.each([
  ['340', 'COLLEGE', 'college'],
  ['101', 'ECOLE MATERNELLE', 'primary'],
  ['', 'COLLEGE', 'college'],
  ['', 'école élémentaire', 'primary'],
  ['302', 'LYCEE', undefined],
  ['', 'SECTION', undefined],
])('a structure of code "%s" and type "%s" is of kind %s', async (code, type, kind) => {
  const school = { ENTStructureUAI: ECOLE, ENTStructureCodeTypeStruct: code, ENTStructureTypeStruct: type };
  const found = await recordsIn(entriesIn({ EtabEducNat: [add('EtabEducNat', '1', school)] }));
  expect(found.map((record) => 'kind' in record && record.kind)).toEqual(kind === undefined ? [] : [kind]);
});

test('L9: two academies in one folder are refused, since their identifiers may be the same', async () => {
  const other = add('EtabEducNat', '45', {
    ENTStructureUAI: '0999994D',
    ENTStructureCodeTypeStruct: '340',
    ENTServAcCodeAcademie: '007',
  });
  const mixed = mapAll(entriesIn({ EtabEducNat: [...PRIMARY.EtabEducNat, other] }));
  await expect(mixed).rejects.toThrow(/several academies \(003, 007\)/);
});

test('L9: one identifier for two persons is refused: a parent must not read what concerns another’s child', async () => {
  const clash = { ...SECONDARY, PersRelEleve: [add('PersRelEleve', '6101', { sn: 'AUTRE', givenName: 'Jean' })] };
  const first = { PersRelEleve: SECONDARY.PersRelEleve };
  await expect(mapAll(entriesIn(clash, first))).rejects.toThrow(/identifier 6101 stands for two persons/);
});

test('a person in two exports gives one record', async () => {
  const twice = await recordsIn(entriesIn(SECONDARY, { PersRelEleve: SECONDARY.PersRelEleve }));
  expect(twice).toEqual(await recordsIn(entriesIn(SECONDARY)));
});

test('an entry without a name is left out and reported', async () => {
  const problems = new Problems();
  const nameless = { EtabEducNat: SECONDARY.EtabEducNat, Eleve: [add('Eleve', '1', { ...awa, sn: '' })] };
  await mapAll(entriesIn(nameless), {}, problems);
  expect(problems.list()).toEqual([
    { reason: 'entries of people who left, or have no name', count: 1, examples: ['1'] },
  ]);
});
