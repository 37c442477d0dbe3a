// SPDX-License-Identifier: EUPL-1.2
import { LessThan } from 'typeorm';
import { contentOf, shortDigest } from '../bilan/content.js';
import type { LivretRequest } from '../../brick-types.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { positionsByCode, type BilanBefore, type ReadableBilan } from './readable-bilan.js';

type Reader = Pick<LivretRequest, 'db' | 'school'> & {
  readonly directory: Pick<LivretRequest['directory'], 'persons'>;
};

/** A bilan of this school with what its readers need beside the row: the names of pupil and period, and the bilan before it. */
export async function readBilan(row: BilanRow, catalogues: Catalogues, reader: Reader): Promise<ReadableBilan> {
  const { db, directory, school } = reader;
  const pupil = (await directory.persons([row.pupilId])).get(row.pupilId);
  const { pupilId, year, period, level, signedAs, signedAt, visaAs, visaAt, sha256 } = row;
  const content = contentOf(row);
  return {
    ...{ pupilId, year, period, level, signedAs, signedAt, visaAs, visaAt },
    publishedAt: row.state === 'published' ? row.publishedAt : null,
    digest: sha256 === null ? null : shortDigest(sha256),
    givenName: pupil?.givenName ?? '',
    schoolName: school.name,
    rhythm: await rhythmOf(row, db),
    ...{ catalogue: (await knownCatalogues([row], catalogues, db)).toRead(row.catalogue, content), content },
    before: await bilanBefore(row, catalogues, db),
  };
}

export async function rhythmOf(
  { year, period }: Pick<BilanRow, 'year' | 'period'>,
  db: Reader['db'],
): Promise<PeriodRow['rhythm'] | undefined> {
  return (await db.repository(PeriodRow).findOne({ where: { year, period } }))?.rhythm;
}

/** The last published bilan before this one: what is not published yet may change. */
export async function bilanBefore(
  row: Pick<BilanRow, 'pupilId' | 'year' | 'period'>,
  catalogues: Catalogues,
  db: Reader['db'],
): Promise<BilanBefore | undefined> {
  const { pupilId, year, period } = row;
  const published = { pupilId, state: 'published' } as const;
  const found = await db.repository(BilanRow).findOne({
    where: [
      { ...published, year, period: LessThan(period) },
      { ...published, year: LessThan(year) },
    ],
    order: { year: 'DESC', period: 'DESC', id: 'DESC' },
  });
  // Without the names of its lines, nothing can be compared with it.
  const catalogue = found && (await knownCatalogues([found], catalogues, db)).find(found.catalogue);
  if (!found || !catalogue) return undefined;
  return {
    ...{ year: found.year, period: found.period, level: found.level, rhythm: await rhythmOf(found, db) },
    positions: positionsByCode(catalogue, found.positions),
  };
}
