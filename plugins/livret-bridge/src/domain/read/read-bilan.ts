// SPDX-License-Identifier: EUPL-1.2
import { comparisonIn } from '../bilan/comparison.js';
import { contentOf, shortDigest } from '../bilan/content.js';
import type { LivretRequest } from '../../brick-types.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { rhythmOf } from '../periods/rhythm-of.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { bilanBefore } from './bilan-before.js';
import type { ReadableBilan } from './readable-bilan.js';

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
    before: await bilanBefore(comparisonIn(row), row, catalogues, db),
  };
}
