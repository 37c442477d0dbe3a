// SPDX-License-Identifier: EUPL-1.2
import type { PortalAct, PortalTask } from '@volee/core-adapter';
import { In, MoreThan, IsNull } from 'typeorm';
import type { MessagingBrick } from '../../brick-types.js';
import { childMessages, messageNews, unreadTasks } from './message-news.js';
import { portalPeople } from './portal-people.js';
import { MOST_OF_A_KIND, type PortalReader } from './portal-reader.js';
import { reviewTasks } from './review-tasks.js';
import { formerThings } from '../former/former-things.js';
import { toldSince, waitingCounts } from '../../domain/box/waiting-counts.js';
import { isChild } from '../../domain/child/is-child.js';
import { readWithdrawn } from '../../domain/child/read-withdrawn.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { draftPath, REPORTS_PATH, reportPath, threadPath, WRITE_PATH } from '../../paths.js';
import { burstsOfWeek } from '../../domain/reports/bursts.js';
import { openSince } from '../../domain/reports/reasons.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { openingsFor } from '../../domain/reports/read-openings.js';
import { OpeningRow } from '../../store/opening.entity.js';

/** The maximum number of tasks, as many as the portal shows. */
const MOST = 5;

/** Tasks of a person: unread threads, messages to accept, reports, bursts of these, and their own messages that were refused or taken back. */
export function registerPortal({ portal }: Pick<MessagingBrick, 'portal'>): void {
  portal({
    async badge(request) {
      const { unread } = await waitingCounts(request);
      return unread + (await waitingReviews(request)).length + (await openReports(request)).length;
    },
    async tasks(request) {
      const counts = await waitingCounts(request);
      const reports = await reportTasks(request);
      const opened = counts.openings > 0 ? await openingTasks(request) : [];
      const refused = counts.refused > 0 ? await refusedTasks(request) : [];
      const withdrawn = await withdrawnTasks(request);
      const bursts = await burstTasks(request);
      const reviews = await reviewTasks(request);
      const unread = await unreadTasks(request);
      // Unread messages are one task, which keeps its place however many reports there are.
      const first = [...bursts, ...reports, ...reviews].slice(0, MOST - unread.length);
      return [...first, ...unread, ...opened, ...refused, ...withdrawn].slice(0, MOST);
    },
    news: messageNews,
    begin: writing,
    ofChildren: { title: 'title', waiting: 'news.notRead', things: childMessages },
    formerSchool: formerThings,
  });
}

async function writing({ access, t }: PortalReader): Promise<PortalAct | undefined> {
  return (await access.can('write')) ? { title: t('write.open'), path: WRITE_PATH, icon: 'pencil-fill' } : undefined;
}

/** Tasks for heads: how many reports or recalls came at once. */
async function burstTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  return (await burstsOfWeek(reader)).map(({ kind, count, at }) => ({
    title: t(`burst.${kind}`, { count }),
    detail: t('burst.detail', { when: format.moment(at) }),
    action: t('portal.see'),
    path: REPORTS_PATH,
  }));
}

/** Tasks for heads: the reports that are open the longest. */
async function reportTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  const oldest = (await openReports(reader)).slice(0, MOST_OF_A_KIND);
  const persons = await portalPeople(reader);
  return oldest.map(({ report }) => {
    const { id, reportedBy } = report;
    const who = (reportedBy !== null && persons.get(reportedBy)?.displayName) || t('person.gone');
    return {
      title: t('portal.report', { who }),
      detail: t('portal.reportDetail', { when: format.moment(openSince(report)) }),
      action: t('portal.read'),
      path: reportPath(id),
    };
  });
}

/** The user's own messages that a teacher has refused, until they have opened them or put them away. */
async function refusedTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { db, user, t } = reader;
  const unopened = await db
    .repository(CopyRow)
    .find({ where: { ownerId: user.id, box: 'sent', isLast: true, readAt: IsNull() } });
  const refused = await db.repository(MessageRow).find({
    where: {
      id: In(unopened.map((copy) => copy.messageId)),
      ...{ authorId: user.id, state: 'refused', sentAt: MoreThan(toldSince(reader).refusedSince) },
    },
    order: { sentAt: 'DESC', id: 'DESC' },
    take: MOST_OF_A_KIND,
  });
  const messageId = In(refused.map(({ id }) => id));
  const reviews = await db.repository(ReviewRow).find({ where: { messageId, state: 'refused' } });
  return refused.flatMap((message) => {
    const copy = unopened.find((one) => one.messageId === message.id);
    const review = reviews.find((one) => one.messageId === message.id);
    if (!copy || !review) return [];
    return {
      title: t('portal.refused', { subject: message.subject }),
      detail: review.word ?? t('review.overdue'),
      action: t('portal.read'),
      path: threadPath(copy.id),
    };
  });
}

/** Messages that a pupil took back to change them, and has not sent again. An adult who takes a message back may want no other one. */
async function withdrawnTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { t, user } = reader;
  if (!isChild(user)) return [];
  return (await readWithdrawn(reader)).map(({ copy, message }) => ({
    title: t('portal.withdrawn', { subject: message.subject }),
    detail: t('portal.withdrawnDetail'),
    action: t('portal.finish'),
    path: draftPath(copy.id),
  }));
}

/** Threads of the user that a head has opened in the last week. */
async function openingTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { db, user, directory, t, format } = reader;
  const opened = await db.repository(OpeningRow).find({
    where: { openedAt: MoreThan(toldSince(reader).openedSince) },
    order: { openedAt: 'DESC', id: 'DESC' },
  });
  const told = (await openingsFor(user.id, opened, db)).slice(0, MOST_OF_A_KIND);
  if (told.length === 0) return [];
  const heads = await directory.persons(told.flatMap(({ openedBy }) => openedBy ?? []));
  const messages = await db.repository(MessageRow).find({ where: { id: In(told.map(({ messageId }) => messageId)) } });
  const threads = new Map(messages.map(({ id, threadId }) => [id, threadId]));
  const copies = await db.repository(CopyRow).find({
    where: { threadId: In([...threads.values()]), ownerId: user.id, hiddenAt: IsNull() },
    order: { at: 'DESC', id: 'DESC' },
  });
  return told.flatMap(({ messageId, openedBy, openedAt, reason }) => {
    const who = (openedBy !== null && heads.get(openedBy)?.displayName) || t('person.gone');
    const copy = copies.find(({ threadId, box }) => threadId === threads.get(messageId) && box !== 'drafts');
    if (!copy) return [];
    return {
      title: t('portal.opened', { who }),
      detail: t('portal.openedDetail', { when: format.moment(openedAt), reason }),
      action: t('portal.see'),
      path: threadPath(copy.id),
    };
  });
}
