// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { given, guardianLine, guardiansText, pupilsText } from './onde-for-tests.js';
import { readFiles, type OndeFiles } from './read-files.js';
import { isRefusal, type Refusal } from './refusal.js';

const CM = ['CM1', 'CM2'] as const;
const pupils = given('CSVExtraction.csv', pupilsText({ given: 'Ana' }, { given: 'Bao' }));
const guardians = given('CSVExtraction(1).csv', guardiansText(guardianLine('VIAL', 'Rose', 'TISSERAND;Ana;')));

function accepted(read: OndeFiles | Refusal): OndeFiles {
  if (isRefusal(read)) throw new Error(read.refused);
  return read;
}

test('both files, in either order, are known by their columns', async () => {
  for (const files of [
    [pupils, guardians],
    [guardians, pupils],
  ]) {
    const read = accepted(await readFiles(files, CM));
    expect([read.pupils.pupils.length, read.guardians?.guardians.length]).toEqual([2, 1]);
  }
  expect(accepted(await readFiles([pupils], CM)).guardians).toBeUndefined();
});

test.each([
  ['no file', [], 'nothing'],
  ['an empty file', [given('vide.csv', '')], 'empty'],
  ['a file of a header alone', [given('vide.csv', pupilsText())], 'empty'],
  ['an Excel file', [given('eleves.xlsx', 'PK\u0003\u0004…')], 'spreadsheet'],
  ['a PDF', [given('eleves.pdf', '%PDF-1.4')], 'pdf'],
  ['an image', [given('photo.jpg', '\u00ff\u00d8\u0000\u0000')], 'binary'],
  ['a table without end', [given('x.csv', 'a;b\n'.repeat(3_001))], 'endless'],
  ['a file that was cut', [given('x.csv', pupilsText({}, {}).slice(0, -60))], 'cut'],
  ['a quote left open', [given('x.csv', pupilsText({ family: '"DUPR' }, {}))], 'broken'],
  [
    'the teachers’ file',
    [given('x.csv', 'Civilité;Nom;Prénom;Courriel;Directeur;Classe\nMME;A;B;;Non;CP')],
    'teachers',
  ],
  ['any other table', [given('x.csv', 'Article;Prix\nGomme;1')], 'unknown'],
  ['the guardians’ file alone', [guardians], 'noPupilsFile'],
  ['the pupils’ file twice', [pupils, pupils], 'samePart'],
  ['a school without these levels', [given('x.csv', pupilsText({ level: 'CP', cycle: 'CYCLE II' }))], 'nobody'],
])('%s is refused in one word', async (_, files, refused) => {
  expect(await readFiles(files, CM)).toMatchObject({ refused });
});

const SAMPLES = new URL('../../../../../shared/data/onde/', import.meta.url);
const sample = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`synthetic.CSVExtraction-${name}.latin1.csv`, SAMPLES)),
});

if (existsSync(SAMPLES)) {
  test('the samples of the reference, as the ministry’s tool lays them out', async () => {
    const read = accepted(await readFiles([sample('eleves.onde-2017'), sample('responsables')], CM));
    expect(read.pupils.pupils.map(({ givenName, ine, level }) => [givenName, ine, level])).toEqual([
      ['Élodie', '000000000AA', 'CM2'],
      ['Noé', '000000000AB', 'CM1'],
    ]);
    expect(new Set(read.pupils.pupils.flatMap(({ classes }) => classes.map(({ key }) => key)))).toEqual(
      new Set(['999999']),
    );
    expect([...read.pupils.leftOut]).toEqual([['CP CE1 CE2', 1]]);
    expect(read.guardians?.guardians.map(({ children }) => children)).toEqual([
      read.pupils.pupils.map(({ key }) => key),
    ]);
    expect(read.guardians?.childless).toBe(1);
    const old = accepted(await readFiles([sample('eleves.be1d-pre2017')], ['CE1']));
    expect(old.pupils.pupils).toMatchObject([{ level: 'CE1', classes: [{ key: 'classe-ce1' }] }]);
  });
} else {
  process.stdout.write('left out: the samples of ONDE need ../shared/data/onde\n');
}
