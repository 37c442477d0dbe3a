// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import type { BoxPage } from '../box/read-box.js';
import { readRecipients } from '../box/read-box-list.js';
import { readMissed } from '../box/read-missed.js';
import { whatToRecall } from '../box/what-to-recall.js';
import { onPage, pupilsQuietUntil } from '../policy/read-policy.js';
import { personsOf } from '../words/recipient-labels.js';
import type { Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';
import { ReviewRow } from '../../store/review.entity.js';
import { readCalled } from './read-called.js';

/** Messages that the user has written, and all that a line about them tells. */
export interface OwnMessages {
  readonly lines: BoxPage['lines'];
  readonly recipients: ReadonlyMap<string, readonly Recipient[]>;
  /** The people among the recipients that a message does not reach, though others have it. */
  readonly missed: ReadonlyMap<string, ReadonlySet<string>>;
  /** The decisions that teachers have still to take, or by which they refused. */
  readonly reviews: readonly ReviewRow[];
  /** The messages that nobody has received, which the pupil may still change. */
  readonly changeable: ReadonlySet<string>;
  /** The instant at which messages that wait for the end of quiet hours arrive; undefined outside of quiet hours. */
  readonly arrives: Date | undefined;
  /** Recipients, and the teachers who refused. */
  readonly persons: ReadonlyMap<string, Member>;
}

export async function readOwn(
  lines: BoxPage['lines'],
  relations: Relations,
  request: MessagingRequest,
): Promise<OwnMessages> {
  const { db } = request;
  const ids = lines.map(({ message }) => message.id);
  const recipients = await readRecipients(ids, request);
  const reviews =
    ids.length === 0
      ? []
      : await db.repository(ReviewRow).find({ where: { messageId: In(ids), state: In(['waiting', 'refused']) } });
  const notYet = lines.flatMap(({ message }) => (message.state === 'sent' ? [] : [message]));
  const recallable = await whatToRecall(notYet, request.user.id, request);
  const changeable = new Set([...recallable].flatMap(([id, what]) => (what === 'all' ? [id] : [])));
  const personIds = [
    ...personsOf([...recipients.values()].flat()),
    ...reviews.flatMap(({ decidedBy }) => decidedBy ?? []),
  ];
  const persons = await readCalled(personIds, relations, request);
  const isWaiting = lines.some(({ message }) => message.state === 'waiting');
  const arrives = isWaiting ? await pupilsQuietUntil(onPage(request)) : undefined;
  const missed = await readMissed(ids, db);
  return { lines, recipients, missed, reviews, changeable, arrives, persons };
}
