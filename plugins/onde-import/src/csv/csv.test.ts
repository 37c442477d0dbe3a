// SPDX-License-Identifier: EUPL-1.2
import { decode } from './decode.js';
import { foreignFile } from './foreign-file.js';
import { fold } from './fold.js';
import { readDay } from './read-day.js';
import { readTable } from './read-table.js';

test.each([
  ['UTF-8', Buffer.from('Zoë;L’Haÿ', 'utf8')],
  ['UTF-8 with a mark', Buffer.from('\ufeffZoë;L’Haÿ', 'utf8')],
  ['windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x3b, 0x4c, 0x92, 0x48, 0x61, 0xff])],
])('%s is read as it was written', (_, bytes) => {
  expect(decode(bytes)).toBe('Zoë;L’Haÿ');
});

test('what is no text is told apart by its first bytes', () => {
  expect(foreignFile(Buffer.from('PK\u0003\u0004 rest'))).toBe('spreadsheet');
  expect(foreignFile(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('spreadsheet');
  expect(foreignFile(Buffer.from('%PDF-1.7'))).toBe('pdf');
  expect(foreignFile(Buffer.from('abc\u0000def'))).toBe('binary');
  expect(foreignFile(Buffer.from('Nom élève;INE'))).toBeUndefined();
});

test('headers are compared without accents, case, spaces and apostrophes', () => {
  const spellings = ["Nom d'usage élève", 'NOM D’USAGE ELEVE', " nom d'usage  Elève ", 'Nom d´usage e\u0301le\u0300ve'];
  expect(new Set(spellings.map(fold))).toEqual(new Set(['nomdusageeleve']));
});

test('cells, with the number of their line as an editor shows it', () => {
  const text = 'Nom;Prénom\r\n"DU;PRÉ";Ana\r\n\r\n;;;\r\n "A ""B""" ; Léo ;x;\r\n';
  expect(readTable(text)).toEqual({
    header: ['Nom', 'Prénom'],
    rows: [
      { line: 2, cells: ['DU;PRÉ', 'Ana'] },
      { line: 5, cells: ['A "B"', 'Léo', 'x', ''] },
    ],
  });
  expect(readTable('\ufeffNom,Prénom\nA,B\n')).toMatchObject({ rows: [{ line: 2, cells: ['A', 'B'] }] });
  expect(readTable('Nom\tPrénom\nA\tB')).toMatchObject({ rows: [{ line: 2, cells: ['A', 'B'] }] });
});

test('nothing in it, and a quote that stays open', () => {
  expect(readTable('')).toBeUndefined();
  expect(readTable('\r\n ; \r\n')).toBeUndefined();
  expect(readTable('Nom;Prénom\n"A;B\nC;D\n')).toEqual({ brokenAt: expect.any(Number) });
});

test.each([
  ['2015-03-02', '2015-03-02'],
  ['02/03/2015', '2015-03-02'],
  ['2/3/2015', '2015-03-02'],
  ['31/02/2015', undefined],
  ['2015-13-01', undefined],
  ['02/03/15', undefined],
  ['', undefined],
])('the day %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});
