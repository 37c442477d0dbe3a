// SPDX-License-Identifier: EUPL-1.2
import type { PersonExport, PersonInSchool, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { readLetters } from '../mailbox/read-letters.js';
import { AttachmentRow } from '../store/attachment.entity.js';
import { BreakerRow } from '../store/breaker.entity.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { PolicyRow } from '../store/policy.entity.js';
import { PreferenceRow } from '../store/preference.entity.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { ReviewRow } from '../store/review.entity.js';
import { RationRow } from '../store/ration.entity.js';

/** Messages read at a time. */
const PART = 500;

/** Messages, reports and decisions of a person; names of other persons are not part of them. */
export async function exportPerson({ db, personId }: Pick<PersonInSchool, 'db' | 'personId'>): Promise<PersonExport> {
  const written = await db
    .repository(MessageRow)
    .find({ where: { authorId: personId }, order: { sentAt: 'ASC', id: 'ASC' } });
  const copies = await db.repository(CopyRow).find({ where: { ownerId: personId }, order: { at: 'ASC', id: 'ASC' } });
  const named = await db.repository(RecipientRow).find({ where: { toPerson: personId } });
  const known = new Set([...written.map(({ id }) => id), ...copies.map(({ messageId }) => messageId)]);
  const ids = [...known];
  const letters = await inParts(ids, async (part) => [...(await readLetters(part, db))]);
  const texts = new Map(letters);
  const files = await inParts(ids, (part) => db.repository(AttachmentRow).find({ where: { messageId: In(part) } }));
  return {
    records: {
      written: written.map(({ id, subject, asProfile, state, version, urgent, sentAt, formKey }) => ({
        ...{
          subject,
          text: texts.get(id)?.body,
          as: asProfile,
          state,
          changes: version,
          urgent,
          sentAt,
          form: formKey,
        },
      })),
      copies: copies.map(({ messageId, box, at, readAt, hiddenAt, purgeAt }) => {
        const letter = texts.get(messageId);
        return { subject: letter?.message.subject, text: letter?.body, box, at, readAt, hiddenAt, purgeAt };
      }),
      // A draft, or a message that waits or was refused, is not known to those that it names.
      named: named
        .filter(({ messageId }) => known.has(messageId))
        .map(({ messageId, part }) => ({ message: messageId, part })),
      files: files.map(({ name, bytes, addedAt }) => ({ name, bytes, addedAt })),
      ...(await decisionsOf(personId, db)),
    },
    files: files.map(({ name, storageKey }) => ({ name, key: storageKey })),
  };
}

async function decisionsOf(personId: string, db: SchoolDatabase): Promise<PersonExport['records']> {
  const reviews = await db.repository(ReviewRow).find({ where: { decidedBy: personId }, order: { heldAt: 'ASC' } });
  const reports = await db
    .repository(ReportRow)
    .find({ where: [{ reportedBy: personId }, { openedBy: personId }, { closedBy: personId }] });
  const policies = await db.repository(PolicyRow).find({ where: { decidedBy: personId }, order: { number: 'ASC' } });
  const breakers = await db
    .repository(BreakerRow)
    .find({ where: [{ startedBy: personId }, { endedBy: personId }], order: { startedAt: 'ASC' } });
  const chosen = await db.repository(PreferenceRow).find({ where: { ownerId: personId } });
  const rations = await db.repository(RationRow).find({ where: { ownerId: personId } });
  return {
    decisions: reviews.map(({ state, version, heldAt, decidedAt, word }) => ({
      ...{ state, changes: version, heldAt, decidedAt, word },
    })),
    reports: reports.map(({ state, reportedBy, reportedAt, reason, openedAt, openedFor, closedAt }) => ({
      ...{ state, reportedAt, openedAt, openedFor, closedAt },
      // The words of the person that reported, for them alone.
      ...(reportedBy === personId && { reason }),
    })),
    rules: policies.map(({ number, rules, moderated, quietHours, keptFor, decidedAt }) => ({
      ...{ number, rules, moderated, quietHours, keptFor, decidedAt },
    })),
    pauses: breakers.map(({ profile, reason, until, isForAll, startedAt, endedAt }) => ({
      ...{ profile, reason, until, isForAll, startedAt, endedAt },
    })),
    hours: chosen.map(({ quietHours }) => ({ quietHours })),
    counts: rations.map(({ act, turns, instants, lastAt }) => ({ act, turns, instants, lastAt })),
  };
}

async function inParts<T>(ids: readonly string[], read: (part: string[]) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let start = 0; start < ids.length; start += PART) all.push(...(await read(ids.slice(start, start + PART))));
  return all;
}
