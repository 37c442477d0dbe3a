// SPDX-License-Identifier: EUPL-1.2
import { emptyContent } from '../../../domain/bilan/content.js';
import { linesOf } from '../../../domain/catalogue/catalogue.js';
import { readCatalogues } from '../../../domain/catalogue/catalogues.js';
import { highlightsOf } from './highlights.js';
import { positionsByCode } from '../../../domain/read/readable-bilan.js';

const catalogue = readCatalogues().choose('CM2', 2026);

/** Positions by code; other lines are empty. */
function positions(by: Readonly<Record<string, string>>): string {
  const values = new Map(Object.entries(by));
  return linesOf(catalogue)
    .map(({ code }) => values.get(code) ?? ' ')
    .join('');
}

function read(
  now: Readonly<Record<string, string>>,
  was: Readonly<Record<string, string>> = {},
  strengths: string[] = [],
) {
  const content = { ...emptyContent(catalogue), positions: positions(now), strengths };
  const before = { year: 2026, period: 1, rhythm: undefined, level: 'CM2' };
  const found = highlightsOf({
    ...{ catalogue, content },
    before: { ...before, positions: positionsByCode(catalogue, positions(was)) },
  });
  const codes = (all: typeof found.strong): string[] => all.map(({ line }) => line.code);
  return { strong: codes(found.strong), next: codes(found.next), progress: codes(found.progress) };
}

test('strong points are the highest positions, then the most progress, then the first ones of the catalogue', () => {
  const now = { 'FRA-LGO': '3', 'FRA-LEC': '3', 'MAT-NBC': '4', 'MAT-GEO': '3', 'ART-PLA': '2', 'EMC-RAC': 'N' };
  expect(read(now).strong).toEqual(['MAT-NBC', 'FRA-LGO', 'FRA-LEC']);
  expect(read(now, { 'MAT-GEO': '1', 'FRA-LEC': '2' }).strong).toEqual(['MAT-NBC', 'MAT-GEO', 'FRA-LEC']);
});

test('the teacher may choose others, and a position below 3 is none by itself', () => {
  expect(read({ 'FRA-LGO': '4', 'ART-PLA': '2' }, {}, ['ART-PLA']).strong).toEqual(['ART-PLA']);
  expect(read({ 'FRA-LGO': '1', 'ART-PLA': '2', 'EMC-RAC': 'N' }).strong).toEqual([]);
});

test('the next steps are the two lowest positions of 1 and 2, and progress is measured from positions alone', () => {
  const now = { 'FRA-LGO': '2', 'FRA-LEC': '2', 'MAT-NBC': '1', 'MAT-GEO': '3', 'EPS-RAC': '4' };
  const was = { 'FRA-LGO': 'N', 'MAT-NBC': '2', 'MAT-GEO': '2', 'EPS-RAC': '4' };
  const { next, progress } = read(now, was);
  expect([next, progress]).toEqual([['MAT-NBC', 'FRA-LGO'], ['MAT-GEO']]);
});
