// SPDX-License-Identifier: EUPL-1.2
import { decode } from './decode.js';
import { foreignFile } from './foreign-file.js';
import { fold } from './fold.js';
import { isEndless } from './is-endless.js';
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

test('cells, with the number of their line as an editor shows it', async () => {
  const text = 'Nom;Prénom\r\n"DU;PRÉ";Ana\r\n\r\n;;;\r\n "A ""B""" ; Léo ;x;\r\n';
  expect(await readTable(text)).toEqual({
    header: ['Nom', 'Prénom'],
    rows: [
      { line: 2, cells: ['DU;PRÉ', 'Ana'] },
      { line: 5, cells: ['A "B"', 'Léo', 'x', ''] },
    ],
  });
  expect(await readTable('\ufeffNom,Prénom\nA,B\n')).toMatchObject({ rows: [{ line: 2, cells: ['A', 'B'] }] });
  expect(await readTable('Nom\tPrénom\nA\tB')).toMatchObject({ rows: [{ line: 2, cells: ['A', 'B'] }] });
});

test('nothing in it, and a quote that stays open', async () => {
  expect(await readTable('')).toBeUndefined();
  expect(await readTable('\r\n ; \r\n')).toBeUndefined();
  expect(await readTable('Nom;Prénom\n"A;B\nC;D\n')).toEqual({ brokenAt: expect.any(Number) });
});

test('a stray quote that would swallow lines is told with its line, one within a line is a sign like others', async () => {
  expect(await readTable('Nom;Prénom\nA;B\n"C;D\nE;F";G\nH;I\n')).toEqual({ brokenAt: 3 });
  expect(await readTable('Nom;Prénom\nA;B\n"C;D\nE;F\n"G;H\n')).toEqual({ brokenAt: 3 });
  expect(await readTable('Nom;Prénom\r\nA;"B\r\nC;D\r\n"\r\nE;F\r\n')).toEqual({ brokenAt: 2 });
  expect(await readTable('Nom;Prénom\nA "B" C;D\n')).toMatchObject({ rows: [{ cells: ['A "B" C', 'D'] }] });
});

test('a file that ends within a line is told; a last line that is whole needs no line end, nor is a short one cut', async () => {
  expect(await readTable('Nom;Prénom;INE\nA;B;1\nC;D')).toEqual({ cutAt: 3 });
  for (const text of ['Nom;Prénom\nA;B\nC;D', 'Nom;Prénom;\nA;B', 'Nom;Prénom;INE\nA;B;1\nC;D\n', 'Nom;Prénom\nA;']) {
    expect(await readTable(text)).toHaveProperty('rows');
  }
});

test('a table of many pieces is the same, and others are served in between', async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `"Éléonore ${index}";"rue;longue"`);
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 0);
  const table = await readTable(['Nom;Rue', ...lines].join('\r\n'));
  clearInterval(clock);
  expect(table).toMatchObject({ header: ['Nom', 'Rue'] });
  const rows = table && 'rows' in table ? table.rows : [];
  expect(rows.map(({ line, cells }) => `${line} ${cells.join('|')}`)).toEqual(
    lines.map((_, index) => `${index + 2} Éléonore ${index}|rue;longue`),
  );
  expect(turns).toBeGreaterThan(0);
});

test('a text without end is told before it is split', () => {
  expect(isEndless('Nom;Prénom\r\nA;B')).toBe(false);
  expect(isEndless('a;b\n'.repeat(3_000))).toBe(false);
  for (const end of ['\n', '\r\n', '\r']) expect(isEndless(`a;b${end}`.repeat(3_001))).toBe(true);
  expect(isEndless(`${'a;b\n'.repeat(3_000)}a;b`)).toBe(true);
  expect(isEndless(`a\n${';'.repeat(20_001)}`)).toBe(true);
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
