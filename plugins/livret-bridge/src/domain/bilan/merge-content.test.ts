// SPDX-License-Identifier: EUPL-1.2
import { emptyContent } from './content.js';
import { readCatalogues } from '../catalogue/catalogues.js';
import { mergeContent } from './merge-content.js';

const catalogue = readCatalogues().choose('CM2', 2026);
const empty = emptyContent(catalogue);
const kept = {
  catalogue,
  content: { ...empty, positions: empty.positions.replace('  ', '3 '), general: 'Bien', texts: { 'FRA-RAC': 'Lit' } },
};
const other = {
  catalogue,
  content: {
    ...empty,
    positions: empty.positions.replace('   ', '24 '),
    general: 'Bien',
    texts: { 'FRA-RAC': 'Écrit' },
  },
};

test('an empty cell takes the value of the other bilan, and of two values the other one is told', () => {
  const { content, taken, differing } = mergeContent(kept, other, true);
  expect([content.positions.trim(), content.texts['FRA-RAC'], taken]).toEqual(['34', 'Lit', ['FRA-LEC']]);
  expect(differing).toEqual([
    { label: 'Langage oral', value: '2' },
    { label: 'Français, appréciation', value: 'Écrit' },
  ]);
});

test('a bilan that is signed takes nothing, and what it lacks is told', () => {
  const { content, taken, differing } = mergeContent(kept, other, false);
  expect([content, taken]).toEqual([kept.content, []]);
  expect(differing.map(({ label }) => label)).toContain('Lecture et compréhension de l’écrit');
});

test('a cell that the catalogue of the kept bilan does not have is told', () => {
  const cycle2 = readCatalogues().choose('CE2', 2026);
  const older = { catalogue: cycle2, content: { ...emptyContent(cycle2), texts: { 'QLM-RAC': 'Curieux' } } };
  const { differing } = mergeContent(kept, older, true);
  expect(differing.map(({ value }) => value)).toEqual(['Curieux']);
});
