// SPDX-License-Identifier: EUPL-1.2
import { LEVELS } from '@volee/core-adapter';
import { handOverDates } from '../hand-over/hand-over-dates.js';
import { Catalogues, readCatalogues } from '../catalogue/catalogues.js';
import { bilanEnds } from './kept-until.js';

const pupilId = 'a';
const catalogues = readCatalogues();

test.each([
  ['CM2', 2025, 2028],
  ['CM1', 2024, 2028],
  ['CE2', 2026, 2028],
  ['CE1', 2025, 2028],
  ['CP', 2024, 2028],
  [null, 2024, 2028],
  ['cm2', 2025, 2028],
])('a bilan of %s of %i goes at the beginning of the school year %i', (level, year, end) => {
  const bilan = { pupilId, level, year };
  expect(bilanEnds([bilan], catalogues)(bilan)).toBe(end);
});

/** The ends of bilans of consecutive years from 2024, one for each of these levels. */
function endsOf(...levels: (string | null)[]): number[] {
  const bilans = levels.map((level, index) => ({ pupilId, level, year: 2024 + index }));
  return bilans.map(bilanEnds(bilans, catalogues));
}

test('the bilans of a pupil that repeats a class end with the cycle as it became, and each cycle for itself', () => {
  expect(endsOf('CE1', 'CE2', 'CE2')).toEqual([2028, 2028, 2028]);
  expect(endsOf('CE2', 'CE2', 'CM1', 'CM2')).toEqual([2027, 2027, 2030, 2030]);
  expect(endsOf('CM1', null, 'CM2')).toEqual([2029, 2029, 2029]);
});

test('the bilans of another pupil change nothing', () => {
  const [bilan, other] = [
    { pupilId, level: 'CE2', year: 2024 },
    { pupilId: 'b', level: 'CE2', year: 2026 },
  ];
  expect(bilanEnds([bilan, other], catalogues)(bilan)).toBe(2026);
});

test.each([[['CM1', 'CM2']], [['CM1', 'CM1', 'CM2']], [['CM1', 'CM2', 'CM2']]])(
  'an école keeps the bilans of %p until the copies of the collège end',
  (levels) => {
    const { until } = handOverDates(2024 + levels.length - 1, 'Europe/Paris');
    expect(endsOf(...levels)).toEqual(levels.map(() => until.getFullYear()));
  },
);

test.each([...LEVELS, 'STI2D'])(
  'a bilan of %s, which an importer can name, is kept until its cycle ends, or longest',
  (level) => {
    const yearsLeft = new Map(Object.entries({ CP: 2, CE1: 1, CE2: 0, CM1: 2, CM2: 1, '6E': 0 }));
    const bilan = { pupilId, level, year: 2026 };
    const longest = Math.max(...yearsLeft.values());
    expect(bilanEnds([bilan], catalogues)(bilan)).toBe(2026 + (yearsLeft.get(level) ?? longest) + 2);
  },
);

test('a level that the files of the settings place in a longer cycle lengthens what is unknown too', () => {
  const added = { ...catalogues.choose('CM2', 2026), id: 'long', cycle: { number: 4, yearsLeft: { '5E': 4 } } };
  const more = new Catalogues([catalogues.choose('CE2', 2026), catalogues.choose('CM2', 2026), added]);
  const endOf = (level: string | null): number => {
    const bilan = { pupilId, level, year: 2026 };
    return bilanEnds([bilan], more)(bilan);
  };
  expect(['5E', null, 'STI2D', 'CM2'].map(endOf)).toEqual([2032, 2032, 2032, 2029]);
});
