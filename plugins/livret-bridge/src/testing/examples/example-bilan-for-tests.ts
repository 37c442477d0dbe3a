// SPDX-License-Identifier: EUPL-1.2
import type { ExampleAbout } from '@volee/core-adapter/testing';
import { columnsOf, contentHash, emptyContent } from '../../domain/bilan/content.js';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';

const AT = new Date('2026-11-24T09:00:00Z');

/** The catalogue of the bilans in examples. */
export const exampleCatalogue = readCatalogues().choose('CM2', 2026);

/** The same catalogue with another first line, as a region adds one. */
export function withLine(id: string, label: string): Catalogue {
  const [first, ...domains] = exampleCatalogue.domains;
  const [line] = first?.lines ?? [];
  if (!first || !line) throw new Error('The catalogue has no line.');
  const added = { ...line, code: 'REG-L01', label };
  return { ...exampleCatalogue, id, domains: [{ ...first, lines: [added, ...first.lines] }, ...domains] };
}

/** A bilan of the pupil with the marker in its texts; each one of the same pupil is of another period. */
export async function exampleBilan(
  { db, groupId, pupilId, marker }: Pick<ExampleAbout, 'db' | 'groupId' | 'pupilId' | 'marker'>,
  state: BilanState = 'draft',
  full = state !== 'draft',
): Promise<BilanRow> {
  const rows = db.repository(BilanRow);
  const period = (await rows.count({ where: { pupilId } })) + 1;
  const content = emptyContent(exampleCatalogue);
  const positions = full ? content.positions.replaceAll(' ', '3') : content.positions;
  const filled = { ...content, positions, general: marker, texts: { 'FRA-RAC': marker } };
  const key = { pupilId, year: 2026, period, level: 'CM2', catalogue: exampleCatalogue.id };
  const isSigned = state !== 'draft' && state !== 'ready';
  const isEndorsed = state === 'visa' || state === 'published';
  const [row] = await rows.insert([
    {
      ...key,
      ...{ classId: groupId, kind: 'periodic', state, revision: 1, writers: '{}' },
      ...columnsOf(filled),
      ...{ signedBy: null, signedAs: isSigned ? marker : null, signedAt: isSigned ? AT : null },
      ...{ authenticatedAt: null, sha256: isSigned ? contentHash({ ...key, content: filled }) : null },
      ...{ visaBy: null, visaAs: isEndorsed ? marker : null, visaAt: isEndorsed ? AT : null },
      ...{ publishedAt: state === 'published' ? AT : null, compared: null },
    },
  ]);
  if (!row) throw new Error('The bilan was not written.');
  return row;
}
