// SPDX-License-Identifier: EUPL-1.2
import type { PersonInSchool } from '@volee/core-adapter';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { replaceWriter } from './replace-writer.js';

/** Removes all about a pupil. A teacher or a head leaves their name on what they signed, and their id nowhere. */
export async function erasePerson({ db, personId }: Pick<PersonInSchool, 'db' | 'personId'>): Promise<void> {
  await db.transaction(async () => {
    const bilans = db.repository(BilanRow);
    for (const entity of [BilanRow, HandedRow, DestinationRow, TraceRow, AcknowledgementRow, ReadingRow]) {
      await db.repository<{ pupilId: string }>(entity).delete({ pupilId: personId });
    }
    await db.repository(PhraseRow).delete({ ownerId: personId });
    await db.repository(AcknowledgementRow).delete({ personId });
    await db.repository(TraceRow).update({ personId }, { personId: null });
    await db.repository(ReadingRow).update({ personId }, { personId: null });
    await bilans.update({ signedBy: personId }, { signedBy: null });
    await bilans.update({ visaBy: personId }, { visaBy: null });
    await replaceWriter(db, personId, '');
  });
}
