// SPDX-License-Identifier: EUPL-1.2
import type { PersonInSchool } from '@volee/core-adapter';
import { BreakerRow } from '../store/breaker.entity.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { PolicyRow } from '../store/policy.entity.js';
import { PreferenceRow } from '../store/preference.entity.js';
import { RationRow } from '../store/ration.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { ReviewRow } from '../store/review.entity.js';

/** Removes the copies and the choices of a person, and their id from what stays with others. */
export async function erasePerson({ db, personId }: Pick<PersonInSchool, 'db' | 'personId'>): Promise<void> {
  await db.transaction(async () => {
    await db.repository(CopyRow).delete({ ownerId: personId });
    await db.repository(PreferenceRow).delete({ ownerId: personId });
    await db.repository(RationRow).delete({ ownerId: personId });
    await db.repository(RecipientRow).delete({ toPerson: personId });
    await db.repository(MessageRow).update({ authorId: personId }, { authorId: null });
    await db.repository(ReviewRow).update({ decidedBy: personId }, { decidedBy: null });
    const reports = db.repository(ReportRow);
    await reports.update({ reportedBy: personId }, { reportedBy: null });
    await reports.update({ openedBy: personId }, { openedBy: null });
    await reports.update({ closedBy: personId }, { closedBy: null });
    await db.repository(PolicyRow).update({ decidedBy: personId }, { decidedBy: null });
    const breakers = db.repository(BreakerRow);
    await breakers.update({ startedBy: personId }, { startedBy: null });
    await breakers.update({ endedBy: personId }, { endedBy: null });
  });
}
