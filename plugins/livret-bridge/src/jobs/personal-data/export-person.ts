// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, PersonInSchool } from '@volee/core-adapter';
import { contentOf } from '../../domain/bilan/content.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { readContent } from '../../domain/hand-over/readable-handed.js';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { contentInWords } from './content-in-words.js';
import { exportHistory, exportReadings } from './export-history.js';

/**
 * All that the brick keeps about a person in the school, in words. Persons take their own copy, so a bilan that is not published
 * is told without its content: its family does not read it yet.
 */
export async function exportPerson(
  { db, personId }: Pick<PersonInSchool, 'db' | 'personId'>,
  catalogues: Catalogues,
): Promise<PersonExport> {
  const own = { where: { pupilId: personId } };
  const bilans = await db.repository(BilanRow).find({ ...own, order: { year: 'ASC', period: 'ASC' } });
  const handed = await db.repository(HandedRow).find({ ...own, order: { year: 'ASC', period: 'ASC' } });
  const copies = handed.map(({ content }) => readContent(content));
  const known = await knownCatalogues([...bilans, ...copies], catalogues, db);
  const destinations = await db.repository(DestinationRow).find(own);
  const signed = await db.repository(BilanRow).find({ where: [{ signedBy: personId }, { visaBy: personId }] });
  const read = await db.repository(AcknowledgementRow).find({ where: [{ pupilId: personId }, { personId }] });
  const phrases = await db.repository(PhraseRow).find({ where: { ownerId: personId } });
  return {
    records: {
      bilans: bilans.map((row) => exportBilan(row, known)),
      handedOver: handed.map((row) => exportHanded(row, known)),
      collegesChosen: destinations.map(({ year, college }) => ({ year, college })),
      signatures: signed.map(({ year, period, signedBy, signedAs, signedAt, visaBy, visaAs, visaAt }) => ({
        ...{ year, period },
        ...(signedBy === personId && { signedAs, signedAt }),
        ...(visaBy === personId && { visaAs, visaAt }),
      })),
      history: await exportHistory(personId, db, catalogues),
      readings: await exportReadings(personId, db),
      acknowledgements: read.map(({ at }) => ({ at })),
      phrases: phrases.map(({ text, addedAt }) => ({ text, addedAt })),
    },
  };
}

function exportBilan(row: BilanRow, catalogues: Catalogues): object {
  const { kind, year, period, level, state, publishedAt } = row;
  if (state !== 'published') return { kind, year, period, level, state: 'not published yet' };
  const { catalogue, signedAs, signedAt, authenticatedAt, visaAs, visaAt } = row;
  return {
    ...{ kind, year, period, level, state, catalogue, publishedAt },
    ...{ signedAs, signedAt, authenticatedAt, visaAs, visaAt },
    ...contentInWords(contentOf(row), catalogues.find(catalogue)),
  };
}

function exportHanded(row: HandedRow, catalogues: Catalogues): object {
  const { fromName, fromSchool, key, revision, receivedAt, until } = row;
  const { content, ...bilan } = readContent(row.content);
  const words = contentInWords(content, catalogues.find(bilan.catalogue));
  return { fromName, fromSchool, key, revision, receivedAt, until, ...bilan, ...words };
}
