// SPDX-License-Identifier: EUPL-1.2
import { catalogueSchema, linesOf } from './catalogue.js';
import { withLine } from '../../testing/examples/example-bilan-for-tests.js';
import { Catalogues, editionOf, readCatalogues } from './catalogues.js';

const catalogues = readCatalogues();
const cycle3 = catalogues.choose('CM2', 2026);

test('a level has the newest catalogue in force in the school year, and an old bilan keeps its own', () => {
  const newer = { ...cycle3, id: 'cycle3-2030', since: { CM1: 2030, CM2: 2031 } };
  const both = new Catalogues([cycle3, newer]);
  expect(['CM1', 'CM2'].map((level) => both.choose(level, 2030).id)).toEqual(['cycle3-2030', cycle3.id]);
  expect(both.choose('CM2', 2031).id).toBe('cycle3-2030');
  expect(both.get(cycle3.id)).toBe(cycle3);
});

test('CM1 and CM2 have 15 lines, CE2 has others, and a pupil without a level those of CM2', () => {
  expect(linesOf(cycle3)).toHaveLength(15);
  expect(linesOf(catalogues.choose('CE2', 2026)).map(({ code }) => code)).toContain('QLM-VMO');
  expect(catalogues.choose(null, 2026)).toBe(cycle3);
  expect(['GS', 'CP', 'CM2', '5E', null].map((level) => catalogues.covers(level, 2026))).toEqual([
    ...[false, true, true, false, true],
  ]);
  expect(() => catalogues.choose('5E', 2026)).toThrow('level 5E');
});

test('two catalogues of one id, a line that is named twice and an unknown id are refused', () => {
  expect(() => new Catalogues([cycle3, cycle3])).toThrow('same id');
  const twice = { ...cycle3, domains: [...cycle3.domains, ...cycle3.domains.slice(0, 1)] };
  expect(() => new Catalogues([twice])).toThrow('twice');
  expect(() => catalogues.get('cycle3-1900')).toThrow('cycle3-1900');
});

test('with other lines a catalogue of the settings is another one, with other levels or years the same', () => {
  const regional = { ...cycle3, id: 'regional' };
  const { id } = editionOf(regional);
  expect(id).toMatch(/^regional-[0-9a-f]{10}$/);
  expect(editionOf(editionOf(regional)).id).toBe(id);
  expect(editionOf({ ...regional, since: { CM1: 2030 } }).id).toBe(id);
  expect(editionOf({ ...regional, cycle: { number: 3, yearsLeft: { CM1: 2 } } }).id).toBe(id);
  expect(editionOf(withLine('regional', 'Parler breton')).id).not.toBe(id);
  expect(editionOf(withLine('x'.repeat(20), 'Parler breton')).id).toHaveLength(20);
});

test('a catalogue of the brick has the lines that it was released with', () => {
  // Bilans name these catalogues by their id alone: with another line, a bilan would be read by what was not signed.
  const marks = ['CE2', 'CM2'].map((level) => editionOf({ ...catalogues.choose(level, 2026), id: 'x' }).id);
  expect(marks).toEqual(['x-bb83e9b3f9', 'x-16f1458617']);
});

test('a file that no table could hold is refused: too many lines, or texts that are too long', () => {
  const [domain] = cycle3.domains;
  const [line] = linesOf(cycle3);
  const lines = Array.from({ length: 51 }, (_, index) => ({ ...line, code: `FRA-L${String(index).padStart(2, '0')}` }));
  const withLines = (count: number) => ({ ...cycle3, domains: [{ ...domain, lines: lines.slice(0, count) }] });
  expect(catalogueSchema.safeParse(withLines(50)).success).toBe(true);
  expect(() => catalogueSchema.parse(withLines(51))).toThrow('at most 50 lines');
  const limits = { ...cycle3.limits, element: 301 };
  expect(catalogueSchema.safeParse({ ...cycle3, limits }).success).toBe(false);
});
