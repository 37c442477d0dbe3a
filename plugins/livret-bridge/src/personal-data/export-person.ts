// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, PersonInSchool } from '@volee/core-adapter';
import { contentOf } from '../bilan/content.js';
import { AcknowledgementRow } from '../store/acknowledgement.entity.js';
import { BilanRow } from '../store/bilan.entity.js';
import { DestinationRow } from '../store/destination.entity.js';
import { HandedRow } from '../store/handed.entity.js';
import { PhraseRow } from '../store/phrase.entity.js';
import { TraceRow } from '../store/trace.entity.js';

/** All that the brick keeps about a person in the school. */
export async function exportPerson({ db, personId }: Pick<PersonInSchool, 'db' | 'personId'>): Promise<PersonExport> {
  const bilans = await db.repository(BilanRow).find({ where: { pupilId: personId } });
  const handed = await db.repository(HandedRow).find({ where: { pupilId: personId } });
  const destinations = await db.repository(DestinationRow).find({ where: { pupilId: personId } });
  const signed = await db.repository(BilanRow).find({ where: [{ signedBy: personId }, { visaBy: personId }] });
  const traces = await db.repository(TraceRow).find({ where: [{ pupilId: personId }, { personId }] });
  const read = await db.repository(AcknowledgementRow).find({ where: [{ pupilId: personId }, { personId }] });
  const phrases = await db.repository(PhraseRow).find({ where: { ownerId: personId } });
  return {
    records: {
      bilans: bilans.map((row) => ({
        ...{ year: row.year, period: row.period, level: row.level, state: row.state, catalogue: row.catalogue },
        ...contentOf(row),
        ...{
          signedAs: row.signedAs,
          signedAt: row.signedAt,
          visaAs: row.visaAs,
          visaAt: row.visaAt,
          authenticatedAt: row.authenticatedAt,
        },
        publishedAt: row.publishedAt,
      })),
      handedOver: handed.map(({ fromName, key, revision, content, receivedAt, until }) => ({
        ...{ fromName, key, revision, content: JSON.parse(content) as unknown, receivedAt, until },
      })),
      collegesChosen: destinations.map(({ year, college }) => ({ year, college })),
      signatures: signed.map(({ year, period, signedAs, signedAt, visaAs, visaAt }) => ({
        ...{ year, period, signedAs, signedAt, visaAs, visaAt },
      })),
      history: traces.map(({ what, day, at, personName, word }) => ({ what, day, at, personName, word })),
      acknowledgements: read.map(({ at }) => ({ at })),
      phrases: phrases.map(({ text, addedAt }) => ({ text, addedAt })),
    },
  };
}
