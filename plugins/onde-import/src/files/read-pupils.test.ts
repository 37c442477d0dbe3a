// SPDX-License-Identifier: EUPL-1.2
import { LEVELS } from '@volee/core-adapter';
import { pupilKey } from './keys.js';
import { pupilsText, tableOf, type PupilCells } from './onde-for-tests.js';
import { readPupils, type PupilsFile } from './read-pupils.js';

const CM = ['CM1', 'CM2'] as const;

async function read(...pupils: PupilCells[]): Promise<PupilsFile> {
  return readPupils(await tableOf(pupilsText(...pupils)), CM);
}

const codes = (remarks: PupilsFile['faults'] | PupilsFile['oddities']): string[] =>
  remarks.map(({ line, code }) => `${line} ${code}`);

test('a pupil, with the kept columns', async () => {
  const { pupils, faults, oddities } = await read({ usage: 'VIAL', ine: '0123456789a', born: '04/05/2016' });
  expect(pupils).toEqual([
    {
      key: pupilKey({ familyName: '', givenName: '', ine: '0123456789A' }),
      familyName: 'TISSERAND',
      usageName: 'VIAL',
      givenName: 'Maé',
      birthDate: '2016-05-04',
      ine: '0123456789A',
      level: 'CM1',
      classes: [{ key: '700101', name: 'CM1 Mme Hugon' }],
      line: 2,
    },
  ]);
  expect([faults, oddities]).toEqual([[], []]);
});

test('columns count by their names: in another order, with others between, written otherwise', async () => {
  const text = [
    'INE;Dispositif(s);NIVEAU;Prénom Elève;Deuxième prénom;Date de naissance;Nom Elève;Identifiant Classe;Libelle classe',
    '0123456789A;;CM2;Maé;Lou;04/05/2016;TISSERAND;700102;CM2 M. Roy',
  ].join('\n');
  const { pupils } = await readPupils(await tableOf(text), CM);
  expect(pupils).toMatchObject([
    { ine: '0123456789A', level: 'CM2', classes: [{ key: '700102', name: 'CM2 M. Roy' }] },
  ]);
});

test('a file of BE1D, from before there was an INE or a number of a class', async () => {
  const text = [
    '"Nom Elève";"Nom d\'usage Elève";"Prénom Elève";"Date naissance";"Sexe";" Cycle";"Niveau";"Classe";"Autorisations photos"',
    '"TISSERAND";;"Maé";"2016-05-04";"F";"CYCLE III";"CM1";"CM1 Mme Hugon";"Oui";',
  ].join('\r\n');
  const { pupils, hasIne, hasClassId } = await readPupils(await tableOf(text), CM);
  expect([hasIne, hasClassId]).toEqual([false, false]);
  expect(pupils).toMatchObject([{ classes: [{ key: 'classe-cm1mmehugon', name: 'CM1 Mme Hugon' }] }]);
});

test('other levels are counted and left out; a cycle stands for a level that is not there', async () => {
  const { pupils, others, leftOut } = await read(
    { given: 'Ana', level: 'CP', cycle: 'CYCLE II' },
    { given: 'Bao', level: 'cp ', cycle: 'CYCLE II' },
    { given: 'Cléo', level: 'GS', cycle: 'MATERNELLE' },
    { given: 'Dia', level: '', cycle: 'CYCLE III', label: 'ULIS M. Yves', id: '700109' },
    { given: 'Éli', level: '', cycle: 'CYCLE II', label: 'ULIS M. Yves', id: '700109' },
  );
  expect(pupils.map(({ givenName, level }) => [givenName, level])).toEqual([['Dia', undefined]]);
  expect(others).toHaveLength(4);
  expect([...leftOut]).toEqual([
    ['CP', 2],
    ['GS', 1],
    ['CP CE1 CE2', 1],
  ]);
});

test('each level of a primary school is read, and none of a collège', async () => {
  const { pupils } = await readPupils(
    await tableOf(pupilsText(...LEVELS.map((level) => ({ level, given: level })))),
    LEVELS,
  );
  expect(pupils.map(({ level }) => level)).toEqual(LEVELS.slice(0, LEVELS.indexOf('CM2') + 1));
});

test('one class of two levels, and one pupil in two classes', async () => {
  const { pupils, faults } = await read(
    { given: 'Ana', ine: '00000000001', level: 'CM1', id: '7', label: 'CM1-CM2' },
    { given: 'Bao', ine: '00000000002', level: 'CM2', id: '7', label: 'CM1-CM2' },
    { given: 'Ana', ine: '00000000001', level: 'CM1', id: '9', label: 'ULIS' },
  );
  expect(pupils.map(({ classes }) => classes.map(({ key }) => key))).toEqual([['7', '9'], ['7']]);
  expect(faults).toEqual([]);
});

test('L9: each line that is left out is named with its number and its reason', async () => {
  const { pupils, faults } = await read(
    { given: '' },
    { given: 'Bao', born: '31/02/2016' },
    { given: 'Cléo', level: '', cycle: '' },
    { given: 'Dia', level: 'CM3' },
    { given: 'Éli', ine: '00000000001' },
    { given: 'Fan', ine: '00000000001' },
    { given: 'Gus' },
    { given: 'Gus' },
  );
  expect(codes(faults)).toEqual([
    '2 noName',
    '3 noBirthDate',
    '4 noLevel',
    '5 unknownLevel',
    '6 sameIne',
    '7 sameIne',
    '9 twice',
  ]);
  expect(faults[4]?.values).toEqual({ name: 'Éli TISSERAND', other: 7 });
  expect(faults[5]?.values).toEqual({ name: 'Fan TISSERAND', other: 6 });
  expect(pupils.map(({ givenName }) => givenName)).toEqual(['Gus']);
});

test('T1: of two pupils with one INE neither is imported, whichever line comes first', async () => {
  const [ana, bao] = [
    { given: 'Ana', ine: '00000000001' },
    { given: 'Bao', ine: '00000000001' },
  ];
  for (const lines of [
    [ana, bao],
    [bao, ana],
  ]) {
    const { pupils, faults, unread } = await read(...lines, { given: 'Gus' });
    expect(pupils.map(({ givenName }) => givenName)).toEqual(['Gus']);
    expect(codes(faults)).toEqual(['2 sameIne', '3 sameIne']);
    expect(unread.map(({ key }) => key)).toEqual([undefined, undefined]);
  }
});

test('oddities of a line are reported, and the pupil is imported', async () => {
  const { pupils, oddities } = await read(
    { given: 'Ana', ine: '123' },
    { given: 'Bao', ine: '00000000002', born: 'mai 2016' },
    { given: 'Cléo', label: '', id: '' },
  );
  expect(codes(oddities)).toEqual(['2 badIne', '3 badBirthDate', '4 noClass']);
  expect(pupils.map(({ ine, birthDate, classes }) => [ine, birthDate, classes.length])).toEqual([
    [undefined, '2016-05-04', 1],
    ['00000000002', undefined, 1],
    [undefined, '2016-05-04', 0],
  ]);
});

test('what stands beyond the last column is told, a last semicolon is not', async () => {
  const text = pupilsText({}).replace('Oui;\r\n', 'Oui;;\r\n');
  expect((await readPupils(await tableOf(text), CM)).oddities).toEqual([]);
  const long = pupilsText({}).replace(';Oui;\r\n', ';Oui;;de trop;\r\n');
  expect((await readPupils(await tableOf(long), CM)).oddities).toEqual([
    { line: 2, code: 'longLine', values: { count: 1 } },
  ]);
});

test('L9: the key is made of the INE; without one, of names and day of birth, however they are written, and hashed', () => {
  const one = { familyName: 'D’ANGELO', givenName: 'Léna-Rose', birthDate: '2016-05-04' };
  const key = pupilKey(one);
  expect(key).toMatch(/^eleve-[\da-f]{24}$/);
  expect(pupilKey({ ...one, familyName: "d'angelo", givenName: 'LENA ROSE' })).toBe(key);
  expect(pupilKey({ ...one, birthDate: '2016-05-05' })).not.toBe(key);
});

test('V4: an INE stands in no key and in no remark; as a key it is hashed', async () => {
  const key = pupilKey({ familyName: 'TISSERAND', givenName: 'Ana', ine: '0123456789A' });
  expect(key).toMatch(/^ine-[\da-f]{24}$/);
  expect(pupilKey({ familyName: 'VIAL', givenName: 'Bao', ine: '0123456789A' })).toBe(key);
  const { pupils, faults, oddities } = await read(
    { given: 'Ana', ine: '0123456789A' },
    { given: 'Bao', ine: '0123456789B' },
    { given: 'Dia', ine: '0123456789B' },
    { given: 'Cléo', ine: '123456' },
  );
  expect([faults.length, oddities.length]).toEqual([2, 1]);
  const reported = JSON.stringify([pupils.map((one) => one.key), faults, oddities]);
  expect(reported).not.toMatch(/123456/);
});
