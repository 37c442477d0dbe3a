// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In } from 'typeorm';
import { recipientOf } from '../../domain/message/read-message.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { recipientLabel } from '../../domain/words/recipient-labels.js';
import { REVIEWS_PATH } from '../../paths.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { MOST_OF_A_KIND, type TaskReader } from './task-reader.js';

/** The messages that wait for the user the longest: « Tom veut écrire à Inès ». */
export async function reviewTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, directory, t, format } = reader;
  const oldest = (await waitingReviews(reader)).slice(0, MOST_OF_A_KIND);
  if (oldest.length === 0) return [];
  const ids = oldest.map(({ messageId }) => messageId);
  const messages = await db.repository(MessageRow).find({ where: { id: In(ids) } });
  const rows = await db.repository(RecipientRow).find({ where: { messageId: In(ids) } });
  const persons = await directory.persons([
    ...new Set(
      [...messages.map(({ authorId }) => authorId), ...rows.map(({ toPerson }) => toPerson)].filter(
        (id) => id !== null,
      ),
    ),
  ]);
  const groups = new Map((await reader.access.groups('moderate')).map(({ id, name }) => [id, name]));
  const firstNames = new Map([...persons].map(([id, { givenName }]) => [id, { displayName: givenName }]));
  return oldest.flatMap(({ messageId, heldAt }) => {
    const authorId = messages.find(({ id }) => id === messageId)?.authorId ?? null;
    const author = authorId === null ? undefined : persons.get(authorId);
    if (!author) return [];
    const to = rows
      .filter((row) => row.messageId === messageId)
      .flatMap(recipientOf)
      .map((recipient) => recipientLabel(recipient, { t, persons: firstNames, groups }));
    return {
      title: t('portal.review', { from: author.givenName, to: format.list(to) }),
      detail: t('portal.reviewDetail', { when: format.moment(heldAt) }),
      action: t('portal.read'),
      path: REVIEWS_PATH,
    };
  });
}
