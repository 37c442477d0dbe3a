// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonExport, PersonInSchool, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { readLetters } from '../../domain/box/read-letters.js';
import { showCopies } from '../../domain/box/show-copies.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { PreferenceRow } from '../../store/preference.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { RationRow } from '../../store/ration.entity.js';

/** Messages read at a time. */
const PART = 500;

/**
 * Messages, reports and decisions of a person; names of other people are not part of them. An export shows them what they received: a
 * message that was taken back before has no text here either.
 */
export async function exportPerson(
  { db, personId }: Pick<PersonInSchool, 'db' | 'personId'>,
  clock: Clock,
): Promise<PersonExport> {
  const written = await db
    .repository(MessageRow)
    .find({ where: { authorId: personId }, order: { sentAt: 'ASC', id: 'ASC' } });
  const copies = await db.repository(CopyRow).find({ where: { ownerId: personId }, order: { at: 'ASC', id: 'ASC' } });
  const named = await db.repository(RecipientRow).find({ where: { toPerson: personId } });
  const shown = await inParts(copies, (part) => showCopies(part, { db, clock }));
  const own = await inParts(written, async (part) => {
    const letters = await readLetters(
      part.map(({ id }) => id),
      db,
    );
    return [...letters.values()];
  });
  const refusals = await inParts(written, (part) =>
    db
      .repository(RefusalRow)
      .find({ where: { messageId: In(part.map(({ id }) => id)) }, order: { decidedAt: 'ASC', id: 'ASC' } }),
  );
  const letters = new Map([...shown, ...own].map((letter) => [letter.message.id, letter]));
  const files = [...letters.values()].flatMap((letter) => letter.files);
  return {
    records: {
      written: written.map(
        ({ id, subject, asProfile, state, version, urgent, apart, sentAt, settledAt, formKey, formTurn }) => ({
          ...{
            subject,
            text: letters.get(id)?.body,
            as: asProfile,
            state,
            changes: version,
            urgent,
            apart,
            sentAt,
            settledAt,
            form: formKey,
            saves: formTurn,
            refused: refusals
              .filter(({ messageId }) => messageId === id)
              .map(({ word, decidedAt, toldAt }) => ({ word, decidedAt, toldAt })),
          },
        }),
      ),
      copies: shown.map(({ copy: { box, at, readAt, shownAt, recalledAt, hiddenAt, purgeAt }, message, body }) => ({
        ...{ subject: message.subject, text: body, box, at, readAt, shownAt, recalledAt, hiddenAt, purgeAt },
      })),
      // A draft, or a message that waits or was refused, is not known to those that it names.
      named: named
        .filter(({ messageId }) => letters.has(messageId))
        .map(({ messageId, part, missedAt }) => ({ message: messageId, part, missedAt })),
      files: files.map(({ name, bytes, addedAt }) => ({ name, bytes, addedAt })),
      ...(await decisionsOf(personId, db)),
    },
    files: files.map(({ name, storageKey }) => ({ name, key: storageKey })),
  };
}

async function decisionsOf(personId: string, db: SchoolDatabase): Promise<PersonExport['records']> {
  const reviews = await db.repository(ReviewRow).find({ where: { decidedBy: personId }, order: { heldAt: 'ASC' } });
  const refusals = await db
    .repository(RefusalRow)
    .find({ where: { decidedBy: personId }, order: { decidedAt: 'ASC', id: 'ASC' } });
  const reports = await db
    .repository(ReportRow)
    .find({ where: [{ reportedBy: personId }, { closedBy: personId }, { wordBy: personId }] });
  const own = reports.filter(({ reportedBy }) => reportedBy === personId).map(({ id }) => id);
  const openings = await db
    .repository(OpeningRow)
    .find({ where: [{ openedBy: personId }, { reportId: In(own) }], order: { openedAt: 'ASC', id: 'ASC' } });
  const chosen = await db.repository(PreferenceRow).find({ where: { ownerId: personId } });
  const rations = await db.repository(RationRow).find({ where: { ownerId: personId } });
  return {
    decisions: reviews.map(({ state, version, heldAt, heldFor, decidedAt, word }) => ({
      ...{ state, changes: version, heldAt, heldFor, decidedAt, word },
    })),
    refusals: refusals.map(({ word, decidedAt, toldAt }) => ({ word, decidedAt, toldAt })),
    reports: reports.map(({ state, reportedBy, reportedAt, reason, added, textUntil, closedAt, ...about }) => ({
      ...{ state, reportedAt, textUntil, closedAt },
      // The words of the person who reported, for them alone.
      ...(reportedBy === personId && { reason, added }),
      ...((reportedBy === personId || about.wordBy === personId) && { word: about.word, wordAt: about.wordAt }),
    })),
    openings: openings.map(({ openedAt, reason, endedAt }) => ({ openedAt, reason, endedAt })),
    hours: chosen.map(({ quietHours }) => ({ quietHours })),
    counts: rations.map(({ act, turns, instants, lastAt }) => ({ act, turns, instants, lastAt })),
  };
}

async function inParts<F, T>(all: readonly F[], read: (part: F[]) => Promise<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < all.length; start += PART) found.push(...(await read(all.slice(start, start + PART))));
  return found;
}
