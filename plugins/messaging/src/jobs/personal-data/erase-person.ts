// SPDX-License-Identifier: EUPL-1.2
import type { PersonInSchool, SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { In } from 'typeorm';
import { againAfterConflict } from '../../store/again-after-conflict.js';
import { removeUnwanted } from '../../domain/retention/remove-messages.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow, UNDELIVERED } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { PreferenceRow } from '../../store/preference.entity.js';
import { RationRow } from '../../store/ration.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

/** Messages that are looked at together. */
const PART = 200;

type ErasedPerson = Pick<PersonInSchool, 'db' | 'personId'> & { readonly storage: Pick<SchoolStorage, 'remove'> };

/**
 * Removes the copies and the choices of a person, and their id from what stays with others. Messages of which nobody else has a copy are
 * removed at once, with their files; after an interruption the next night finds them.
 */
export async function erasePerson({ db, storage, personId }: ErasedPerson): Promise<void> {
  const ids = await messagesOf(personId, db);
  await againAfterConflict(() => forget(personId, db));
  for (let first = 0; first < ids.length; first += PART) {
    const part = await db.repository(MessageRow).find({ where: { id: In(ids.slice(first, first + PART)) } });
    await removeUnwanted(part, { db, storage });
  }
}

/** The ids of the messages that the person wrote or has a copy of. */
async function messagesOf(personId: string, db: SchoolDatabase): Promise<string[]> {
  const written = await db.repository(MessageRow).find({ select: ['id'], where: { authorId: personId } });
  const copies = await db.repository(CopyRow).find({ select: ['messageId', 'ownerId'], where: { ownerId: personId } });
  return [...new Set([...written.map(({ id }) => id), ...copies.map(({ messageId }) => messageId)])];
}

function forget(personId: string, db: SchoolDatabase): Promise<void> {
  return db.transaction(async () => {
    // This comes first, and changes nothing: it waits for deliveries in progress, which still give the person a copy.
    await db.repository(MessageRow).increment({ state: In([...UNDELIVERED]) }, { version: 0 });
    await db.repository(CopyRow).delete({ ownerId: personId });
    await db.repository(PreferenceRow).delete({ ownerId: personId });
    await db.repository(RationRow).delete({ ownerId: personId });
    await db.repository(RecipientRow).delete({ toPerson: personId });
    await db.repository(MessageRow).update({ authorId: personId }, { authorId: null });
    await db.repository(ReviewRow).update({ decidedBy: personId }, { decidedBy: null });
    await db.repository(RefusalRow).update({ decidedBy: personId }, { decidedBy: null });
    const reports = db.repository(ReportRow);
    await reports.update({ reportedBy: personId }, { reportedBy: null });
    await reports.update({ wordBy: personId }, { wordBy: null });
    await db.repository(OpeningRow).update({ openedBy: personId }, { openedBy: null });
    await reports.update({ closedBy: personId }, { closedBy: null });
  });
}
