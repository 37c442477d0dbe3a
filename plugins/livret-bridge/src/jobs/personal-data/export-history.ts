// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { UNLOCKINGS } from '../../domain/trace/correction.js';
import { keptIn } from '../../domain/trace/kept-publication.js';
import { contentInWords } from './content-in-words.js';

/**
 * The history of a person: all that they did themselves, and the steps of their own bilans. Of the words of others, families
 * read the reason of an unlocking alone: that with which a head sends a bilan back is for the teachers, and what was not kept
 * of two bilans of one period, or of a correction that was given up, may be the text of a draft. What was published and unlocked is told to its pupil.
 */
export async function exportHistory(
  personId: string,
  db: SchoolDatabase,
  catalogues: Catalogues,
): Promise<readonly object[]> {
  const traces = await db
    .repository(TraceRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  const publications = traces.flatMap((one) => keptIn(one) ?? []);
  const known = await knownCatalogues(publications, catalogues, db);
  return traces.map(({ pupilId, personId: by, what, day, at, personName, word, sha256, content }) => {
    const isRead = (by === personId && what !== 'restored') || UNLOCKINGS.includes(what);
    const kept = pupilId === personId ? keptIn({ content }) : undefined;
    return {
      ...{ what, day, at, sha256, ...(what !== 'read' && { personName }), ...(isRead && { word }) },
      ...(kept && { published: { ...kept, content: contentInWords(kept.content, known.find(kept.catalogue)) } }),
    };
  });
}

/** The days on which results of the person were read at this school, and those on which they read results of others. */
export async function exportReadings(personId: string, db: SchoolDatabase): Promise<readonly object[]> {
  const readings = await db
    .repository(ReadingRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  return readings.map(({ pupilId, day, at }) => ({ of: pupilId === personId ? 'own results' : 'a pupil', day, at }));
}
