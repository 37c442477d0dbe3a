// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In } from 'typeorm';
import { recipientOf } from '../../domain/message/read-message.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { recipientLabel } from '../../domain/words/recipient-labels.js';
import { REVIEWS_PATH } from '../../paths.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import type { PortalReader } from './portal-reader.js';

/** The maximum number of authors that the row names. */
const MOST_NAMES = 3;

/** One task for all messages that wait for the user: « Tom veut écrire à Inès », or their number and the authors who wait the longest. */
export async function reviewTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { db, directory, t, format } = reader;
  const waiting = await waitingReviews(reader);
  const oldest = waiting.slice(0, MOST_NAMES);
  const [first] = oldest;
  if (!first) return [];
  const ids = oldest.map(({ messageId }) => messageId);
  const messages = await db.repository(MessageRow).find({ where: { id: In(ids) } });
  const authors = oldest.flatMap(({ messageId }) => messages.find(({ id }) => id === messageId)?.authorId ?? []);
  const when = format.moment(first.heldAt);
  const common = { action: t('portal.read'), path: REVIEWS_PATH };
  if (waiting.length > 1) {
    const persons = await directory.persons([...new Set(authors)]);
    const names = [...new Set(authors.flatMap((id) => persons.get(id)?.givenName ?? []))];
    const detail = t('portal.reviewsDetail', { names: format.list(names), when });
    return [{ title: t('portal.reviews', { count: waiting.length }), detail, ...common }];
  }
  const rows = await db.repository(RecipientRow).find({ where: { messageId: first.messageId } });
  const persons = await directory.persons([
    ...new Set([...authors, ...rows.flatMap(({ toPerson }) => toPerson ?? [])]),
  ]);
  const author = persons.get(authors[0] ?? '');
  if (!author) return [];
  const groups = new Map((await reader.access.groups('moderate')).map(({ id, name }) => [id, name]));
  const firstNames = new Map([...persons].map(([id, { givenName }]) => [id, { displayName: givenName }]));
  const to = rows.flatMap(recipientOf).map((one) => recipientLabel(one, { t, persons: firstNames, groups }));
  const title = t('portal.review', { from: author.givenName, to: format.list(to) });
  return [{ title, detail: t('portal.reviewDetail', { when }), ...common }];
}
