// SPDX-License-Identifier: EUPL-1.2
import { foldName, freeName } from './free-name.js';

test('a name that nothing else has stays as it is', () => {
  expect(freeName('exposé.pdf', ['carte.png'])).toBe('exposé.pdf');
});

test('a taken name gets the first free number, before its extension', () => {
  expect(freeName('exposé.pdf', ['exposé.pdf'])).toBe('exposé (2).pdf');
  expect(freeName('exposé.pdf', ['exposé.pdf', 'exposé (2).pdf', 'exposé (4).pdf'])).toBe('exposé (3).pdf');
  expect(freeName('archive.tar.gz', ['archive.tar.gz'])).toBe('archive.tar (2).gz');
  expect(freeName('LISEZMOI', ['LISEZMOI'])).toBe('LISEZMOI (2)');
  expect(freeName('.profile', ['.profile'])).toBe('.profile (2)');
});

test('names that differ by case, or by how an accent is written, are the same name', () => {
  expect(freeName('Exposé.PDF', ['exposé.pdf'])).toBe('Exposé (2).PDF');
  expect(freeName('expose\u0301.pdf', ['expos\u00e9.pdf'])).toMatch(/\(2\)\.pdf$/);
});

test('F1: a numbered name still fits its column, and no character is cut in half', () => {
  const long = `${'🌋'.repeat(196)}.pdf`;
  const numbered = freeName(long, [long]);
  expect(Array.from(numbered)).toHaveLength(200);
  expect(numbered).toMatch(/^🌋+ \(2\)\.pdf$/u);

  const dotted = `a.${'b'.repeat(198)}`;
  expect(freeName(dotted, [dotted])).toBe(`a.${'b'.repeat(194)} (2)`);
});

test('F1: no name is longer in lower case, so that what is looked for is what is stored', () => {
  const longer: string[] = [];
  for (let code = 0; code <= 0x1ffff; code += 1) {
    const name = String.fromCodePoint(code).normalize('NFC');
    if (Array.from(foldName(name)).length > Array.from(name).length) longer.push(code.toString(16));
  }
  expect(longer).toEqual([]);
  const long = 'İ'.repeat(200);
  expect(freeName(long, [long])).toMatch(/^İ{196} \(2\)$/u);
  expect(foldName('ÉTÉ İ ÉTÉ')).toBe('été İ été');
});
