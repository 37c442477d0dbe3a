// SPDX-License-Identifier: EUPL-1.2
import { sortName } from './sort-name.js';

test('names are sorted as people count, without regard to accents and case', () => {
  const names = ['Leçon 10', 'leçon 2', 'Évaluation', 'zèbre', 'Leçon 2b', 'école 007', 'École 7 bis'];
  const sorted = [...names].sort((one, other) => (sortName(one) < sortName(other) ? -1 : 1));
  expect(sorted).toEqual(['école 007', 'École 7 bis', 'Évaluation', 'leçon 2', 'Leçon 2b', 'Leçon 10', 'zèbre']);
});

test('a file comes before its copies, whatever its ending', () => {
  const names = ['Leçon 4 (2).pdf', 'Leçon 4.odt', 'Leçon 4 bis.pdf', 'Leçon 4.pdf', 'M. Petit', 'Leçon 4'];
  const sorted = [...names].sort((one, other) => (sortName(one) < sortName(other) ? -1 : 1));
  expect(sorted).toEqual(['Leçon 4', 'Leçon 4.odt', 'Leçon 4.pdf', 'Leçon 4 (2).pdf', 'Leçon 4 bis.pdf', 'M. Petit']);
});

test('F1 a name of 200 emoji, or of digits alone, fits the column', () => {
  expect(Array.from(sortName('🌋'.repeat(200)))).toHaveLength(200);
  expect(Array.from(sortName('1 '.repeat(100)))).toHaveLength(255);
});
