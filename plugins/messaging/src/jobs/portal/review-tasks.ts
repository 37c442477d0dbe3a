// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { recipientOf } from '../../domain/message/read-message.js';
import { recipientLabel } from '../../domain/words/recipient-labels.js';
import { REVIEWS_PATH } from '../../paths.js';
import { oldestReviews, portalPeople } from './portal-people.js';
import type { PortalReader } from './portal-reader.js';

/** One task for all messages that wait for the user: « Tom veut écrire à Inès », or their number and the authors who wait the longest. */
export async function reviewTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  const { count, groupId, reviews, recipients } = await oldestReviews(reader);
  const [first] = reviews;
  if (!first) return [];
  const when = format.moment(first.heldAt);
  const common = { action: t('portal.read'), path: REVIEWS_PATH, ...(groupId !== undefined && { groupId }) };
  const persons = await portalPeople(reader);
  if (count > 1) {
    const names = [...new Set(reviews.flatMap(({ authorId }) => persons.get(authorId)?.givenName ?? []))];
    const detail = t('portal.reviewsDetail', { names: format.list(names), when });
    return [{ title: t('portal.reviews', { count }), detail, ...common }];
  }
  const author = persons.get(first.authorId);
  if (!author) return [];
  const groups = new Map((await reader.access.groups('moderate')).map(({ id, name }) => [id, name]));
  const firstNames = new Map([...persons].map(([id, { givenName }]) => [id, { displayName: givenName }]));
  const to = recipients.flatMap(recipientOf).map((one) => recipientLabel(one, { t, persons: firstNames, groups }));
  const title = t('portal.review', { from: author.givenName, to: format.list(to) });
  return [{ title, detail: t('portal.reviewDetail', { when }), ...common }];
}
