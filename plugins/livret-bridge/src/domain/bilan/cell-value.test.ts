// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import fc from 'fast-check';
import { linesOf } from '../catalogue/catalogue.js';
import { readCatalogues } from '../catalogue/catalogues.js';
import { parseCell } from './cell.js';
import { readCell, tidyCell, writeCell } from './cell-value.js';
import { columnsOf, contentOf, emptyContent } from './content.js';

const catalogue = readCatalogues().choose('CM2', 2026);
const NAMES = [
  ...linesOf(catalogue).map(({ code }) => code),
  ...catalogue.domains.flatMap(({ code }) => [`text:${code}`, `elements:${code}`]),
  ...catalogue.parcours.map(({ code }) => `parcours:${code}`),
  ...['general', 'word', 'strengths'],
];

const typedFor = (name: string): fc.Arbitrary<string> => {
  const cell = parseCell(catalogue, name);
  if (cell.kind === 'position') return fc.constantFrom('1', '2', '3', '4', 'n', 'N', '0', '', ' ');
  if (cell.kind === 'strengths') return fc.constantFrom('', 'FRA-LGO', 'MAT-NBC ART-PLA');
  return fc.string({ unit: 'binary', maxLength: 40 });
};

test('each cell holds the last value written to it, whatever is written to the others', () => {
  const write = fc.constantFrom(...NAMES).chain((name) => fc.tuple(fc.constant(name), typedFor(name)));
  fc.assert(
    fc.property(fc.array(write, { maxLength: 40 }), (writes) => {
      let content = emptyContent(catalogue);
      const last = new Map<string, string>();
      for (const [name, typed] of writes) {
        const cell = parseCell(catalogue, name);
        const value = tidyCell(catalogue, cell, typed);
        content = writeCell(content, cell, value);
        last.set(name, value);
      }
      const stored = contentOf(columnsOf(content));
      for (const name of NAMES) expect(readCell(stored, parseCell(catalogue, name))).toBe(last.get(name) ?? '');
    }),
  );
});

test.each([
  ['MAT-NBC', '5'],
  ['MAT-NBC', '34'],
  ['strengths', 'FRA-LGO FRA-LEC FRA-ECR FRA-ETL'],
  ['strengths', 'XXX-XXX'],
  ['general', 'a'.repeat(1_501)],
  ['general', '🌋'.repeat(751)],
  ['text:FRA-RAC', 'a'.repeat(601)],
  ['elements:FRA-RAC', 'a'.repeat(301)],
  ['elements:FRA-RAC', Array.from({ length: 13 }, (_, index) => `é${String(index)}`).join('\n')],
])('a value that does not fit the cell %s is refused whole', (name, typed) => {
  expect(() => tidyCell(catalogue, parseCell(catalogue, name), typed)).toThrow(InputError);
});

test.each(['FRA-XXX', 'text:FRA-LGO', 'parcours:PAR_AVN', '__proto__', 'text:constructor', ''])(
  'a cell called "%s" is refused',
  (name) => {
    expect(() => parseCell(catalogue, name)).toThrow(InputError);
  },
);
