// SPDX-License-Identifier: EUPL-1.2
import { pupilKey } from './keys.js';
import {
  GUARDIAN_HEADER,
  guardianLine,
  guardiansText,
  pupilsText,
  tableOf,
  type PupilCells,
} from './onde-for-tests.js';
import { readGuardians, type GuardiansFile } from './read-guardians.js';
import { readPupils } from './read-pupils.js';

const CLASS = 'CM1 Mme Hugon';
const ANA: PupilCells = { given: 'Ana', ine: '00000000001' };
const BAO: PupilCells = { given: 'Bao', ine: '00000000002' };
const SMALL: PupilCells = { given: 'Cléo', ine: '00000000003', level: 'CP', cycle: 'CYCLE II', label: 'CP' };

/** The key of the pupil with an INE that ends in this digit. */
const keyOf = (digit: number): string => pupilKey({ familyName: '', givenName: '', ine: `0000000000${digit}` });

async function read(pupils: PupilCells[], guardians: string): Promise<GuardiansFile> {
  const known = await readPupils(await tableOf(pupilsText(...pupils)), ['CM1', 'CM2']);
  return readGuardians(await tableOf(guardians), known);
}

const ties = ({ guardians }: GuardiansFile): [string, readonly string[]][] =>
  guardians.map(({ givenName, children }) => [givenName, children]);

test('a guardian has all children of a line, although the columns share one name', async () => {
  const file = await read(
    [ANA, BAO],
    guardiansText(guardianLine('TISSERAND', 'Rose', `TISSERAND;Ana;${CLASS}`, `Tisserand;BAO;${CLASS}`)),
  );
  expect(ties(file)).toEqual([['Rose', [keyOf(1), keyOf(2)]]]);
  expect([file.faults, file.oddities]).toEqual([[], []]);
});

test('addresses and telephone numbers are not kept', async () => {
  const { guardians } = await read([ANA], guardiansText(guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS}`)));
  expect(Object.keys(guardians[0] ?? {}).sort()).toEqual([
    'children',
    'familyName',
    'givenName',
    'key',
    'line',
    'usageName',
  ]);
  expect(JSON.stringify(guardians)).not.toMatch(/example|0600|rue|ROCHEVAL/);
});

test('a guardian with children in other levels only is counted and left out', async () => {
  const lines = [guardianLine('VIAL', 'Rose', 'TISSERAND;Cléo;CP'), guardianLine('VIAL', 'Paul')];
  const file = await read([ANA, SMALL], guardiansText(...lines));
  expect([file.guardians, file.childless, file.oddities]).toEqual([[], 2, []]);
});

test('unknown children and namesakes are reported and never guessed', async () => {
  const twins = [ANA, { ...ANA, ine: '00000000009', born: '2016-09-09' }];
  const file = await read(
    twins,
    guardiansText(
      guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS}`),
      guardianLine('ROY', 'Paul', `TISSERAND;Zoé;${CLASS}`),
    ),
  );
  expect(file.guardians).toEqual([]);
  expect(file.oddities).toEqual([
    { line: 2, code: 'childHomonyms', values: { name: 'Ana TISSERAND', count: 2 } },
    { line: 3, code: 'childUnknown', values: { name: 'Zoé TISSERAND', count: 0 } },
  ]);
});

test.each<[string, PupilCells, string]>([
  ['in another class is no match for the line', { ...ANA, born: '31/02/2016', ine: '' }, 'childLeftOut'],
  ['in the same class', { ...ANA, born: '31/02/2016', ine: '', label: 'CM2 M. Roy' }, 'childHomonyms'],
  ['of no known level', { ...ANA, ine: '00000000009', level: 'CM3' }, 'childLeftOut'],
])('T1: a child whose own line was left out is never taken for a namesake %s', async (_, faulty, code) => {
  const namesake: PupilCells = { ...ANA, label: 'CM2 M. Roy' };
  const written = faulty.label ?? CLASS;
  const file = await read([faulty, namesake], guardiansText(guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${written}`)));
  expect(file.guardians).toEqual([]);
  expect(file.oddities.map((one) => one.code)).toEqual([code]);
});

test('T1: a child in another class than written may be another child: reported, and not linked', async () => {
  const tie = async (className: string) =>
    read([ANA], guardiansText(guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${className}`)));
  const elsewhere = await tie('CM2 M. Roy');
  expect([elsewhere.guardians.length, elsewhere.oddities]).toEqual([
    0,
    [{ line: 2, code: 'childElsewhere', values: { name: 'Ana TISSERAND', count: 1 } }],
  ]);
  for (const written of ['', CLASS, `ULIS, ${CLASS}`]) expect(ties(await tie(written))).toEqual([['Rose', [keyOf(1)]]]);
});

test('namesakes are distinguished by class, or by birth date where the file has it', async () => {
  const other: PupilCells = { ...ANA, ine: '00000000009', born: '2016-09-09', label: 'CM2 M. Roy', id: '700102' };
  expect(
    ties(await read([ANA, other], guardiansText(guardianLine('VIAL', 'Rose', 'TISSERAND;Ana;CM2 M. ROY')))),
  ).toEqual([['Rose', [keyOf(9)]]]);
  const header = GUARDIAN_HEADER.replaceAll('enfant', 'élève').replaceAll(
    'Classes élèves',
    'Classes élèves;Date de naissance élève',
  );
  const line = guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS};04/05/2016`);
  const sameClass: PupilCells = { ...ANA, ine: '00000000009', born: '2016-09-09' };
  expect(ties(await read([ANA, sameClass], `${header}\n${line}\n`))).toEqual([['Rose', [keyOf(1)]]]);
});

test('two lines with one name are one guardian with the same children, and none with different children', async () => {
  const same = guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS}`);
  expect(ties(await read([ANA], guardiansText(same, same)))).toEqual([['Rose', [keyOf(1)]]]);
  const other = guardianLine('Vial', 'ROSE', `TISSERAND;Bao;${CLASS}`);
  const file = await read([ANA, BAO], guardiansText(same, other));
  expect(file.guardians).toEqual([]);
  expect(file.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 guardianTwice', '3 guardianTwice']);
});

test('T1: a guardian is left out when a namesake has children in other levels only, because both have one key', async () => {
  const mine = guardianLine('VIAL', 'Rose', `TISSERAND;Ana;${CLASS}`);
  const other = guardianLine('Vial', 'ROSE', 'TISSERAND;Cléo;CP');
  for (const lines of [
    [mine, other],
    [other, mine],
  ]) {
    const file = await read([ANA, SMALL], guardiansText(...lines));
    expect([file.guardians, file.childless]).toEqual([[], 0]);
    expect(file.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 guardianTwice', '3 guardianTwice']);
  }
  const childless = await read([ANA, SMALL], guardiansText(other, other));
  expect([childless.childless, childless.faults]).toEqual([2, []]);
});

test('a line without a name is left out and reported', async () => {
  const file = await read([ANA], guardiansText(guardianLine('', 'Rose', `TISSERAND;Ana;${CLASS}`)));
  expect([file.guardians.length, file.faults]).toEqual([0, [{ line: 2, code: 'noGuardianName' }]]);
});

test('other requests are served while a file with the maximum of lines and namesakes is read', async () => {
  const [most, children] = [2_998, 20];
  const pupils = Array.from({ length: most }, (_, index) => ({ ...ANA, ine: `${10_000_000_000 + index}` }));
  const header = GUARDIAN_HEADER + ';Nom de famille enfant;Prénom enfant;Classes enfants'.repeat(children);
  const line = guardianLine('VIAL', 'Rose', ...Array.from({ length: children }, () => `TISSERAND;Ana;${CLASS}`));
  const known = await readPupils(await tableOf(pupilsText(...pupils)), ['CM1', 'CM2']);
  const table = await tableOf([header, ...Array.from({ length: most }, () => line), ''].join('\n'));
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  const file = await readGuardians(table, known);
  clearInterval(others);
  expect(file.oddities.length).toBeGreaterThan(most);
  expect(turns).toBeGreaterThan(2);
});
