// SPDX-License-Identifier: EUPL-1.2
import { columnsOf, emptyContent } from '../bilan/content.js';
import { exampleCatalogue, withLine } from '../../testing/examples/example-bilan-for-tests.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { editionOf } from '../catalogue/catalogues.js';
import { handedBilanOf, handedSchema, parcelKey } from './handed-bilan.js';

const at = new Date('2026-12-04T10:00:00Z');
const content = { ...emptyContent(exampleCatalogue), general: 'Inès progresse.' };
const row: BilanRow = {
  ...{ id: 'b', school: '0390001X', pupilId: 'ines', classId: 'cm2', year: 2026, kind: 'periodic', period: 1 },
  ...{ level: 'CM2', catalogue: exampleCatalogue.id, ...columnsOf(content), state: 'published', revision: 4 },
  ...{
    ...{ writers: '{}', compared: null },
    signedBy: 'claire',
    signedAs: 'Claire Vuillet',
    signedAt: at,
    authenticatedAt: at,
    sha256: '1a2b3c4d5e6f',
  },
  ...{ visaBy: 'mathieu', visaAs: 'Mathieu Grosjean', visaAt: at, publishedAt: at },
};
const context = { cm2Year: 2026, className: 'CM2', period: { count: 3, rhythm: 'T' as const } };

test('a bilan travels with its content and its names, and with no id of a person', () => {
  const travels = handedBilanOf(row, context);
  expect(handedSchema.parse(JSON.parse(JSON.stringify(travels)))).toEqual(travels);
  expect(travels).toMatchObject({ content, signedAs: 'Claire Vuillet', count: 3, publishedAt: at.toISOString() });
  expect(travels.digest).toBe('1a2b3c4d');
  expect(JSON.stringify(travels)).not.toMatch(/"(ines|claire|mathieu|cm2|1a2b3c4d5e6f)"/);
  expect(parcelKey(row)).toBe('2026-periodic-1');
});

test('a catalogue that the brick does not have travels with the bilan, under the id that its lines give it', () => {
  const catalogue = withLine('regional', 'Parler breton');
  const { lines, ...bilan } = handedBilanOf(row, { ...context, catalogue });
  expect(lines).toEqual(editionOf(catalogue));
  expect(bilan.catalogue).toBe(lines?.id);
  expect(handedBilanOf(row, { ...context, catalogue: lines }).catalogue).toBe(bilan.catalogue);
});

test('content of an older shape is read, and that of a newer one is refused', () => {
  const { positions, texts, elements, general } = content;
  const older = { ...{ shape: 1, cm2Year: 2026, year: 2026, period: 1 }, catalogue: 'cycle3-2016' };
  const read = handedSchema.parse({ ...older, content: { positions, texts, elements, general } });
  expect(read).toMatchObject({
    content: { general, word: '', strengths: [], parcours: {} },
    className: null,
    digest: null,
  });
  expect(handedSchema.safeParse({ ...handedBilanOf(row, context), shape: 2 }).success).toBe(false);
});

test('the longest bilan of the catalogue fits into a parcel of 60,000 bytes', () => {
  const { limits, domains, parcours } = exampleCatalogue;
  // Elements come from the programme, so that some hundred characters for each of twelve are already more than is written.
  const texts = Object.fromEntries(domains.map(({ code }) => [code, 'é'.repeat(limits.domain)]));
  const elements = Object.fromEntries(domains.map(({ code }) => [code, Array<string>(12).fill('é'.repeat(100))]));
  const parts = Object.fromEntries(parcours.map(({ code }) => [code, 'é'.repeat(limits.parcours)]));
  const [general, word] = ['é'.repeat(limits.general), 'é'.repeat(limits.word)];
  const longest = { ...row, ...columnsOf({ ...content, texts, elements, parcours: parts, general, word }) };
  expect(Buffer.byteLength(JSON.stringify(handedBilanOf(longest, context)))).toBeLessThan(60_000);
  const long = withLine('regional', 'é'.repeat(10_000));
  expect(handedBilanOf(longest, { ...context, catalogue: long })).not.toHaveProperty('lines');
});
