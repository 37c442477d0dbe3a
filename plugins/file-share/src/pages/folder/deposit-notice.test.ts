// SPDX-License-Identifier: EUPL-1.2
import type { FileShareTexts } from '../../brick-types.js';
import { depositNotice } from './deposit-notice.js';

const t: FileShareTexts = (key, values = {}) => [key, ...Object.values(values)].join(' ');
const texts = { t, format: { list: (words: readonly string[]) => words.join('+') } };
const kept = { id: '', name: 'a.pdf', isRenamed: false };
const renamed = (name: string) => ({ id: '', name, isRenamed: true });

test('files that kept their names are counted', () => {
  expect(depositNotice([], texts)).toBe('deposit.nothing');
  expect(depositNotice([kept, kept], texts)).toBe('deposit.done 2');
});

test('the people who see the files are told after the files, and not without one', () => {
  expect(depositNotice([kept], texts, 'Visible pour 24 élèves.')).toBe('deposit.done 1. Visible pour 24 élèves.');
  expect(depositNotice([], texts, 'Visible pour 24 élèves.')).toBe('deposit.nothing');
});

test('a file that got another name is told by it', () => {
  expect(depositNotice([kept, renamed('b (2).pdf')], texts)).toBe('deposit.renamed 2 1 b (2).pdf');
});

test('with many, the first ten are told', () => {
  const files = Array.from({ length: 12 }, (_, index) => renamed(`${index}`));
  expect(depositNotice(files, texts)).toBe('deposit.renamed 12 12 0+1+2+3+4+5+6+7+8+9+…');
});
