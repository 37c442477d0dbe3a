// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask, PortalRequest } from '@volee/core-adapter';
import { In, MoreThan, IsNull } from 'typeorm';
import type { MessagingBrick, MessagingKey, MessagingPermission } from '../../brick-types.js';
import { formerThings } from '../former/former-things.js';
import { waitingCounts } from '../../domain/box/waiting-counts.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { REPORTS_PATH, reportPath, threadPath, REVIEWS_PATH } from '../../paths.js';
import { burstsOfWeek } from '../../domain/reports/bursts.js';
import { openSince } from '../../domain/reports/reasons.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { openingsFor } from '../../domain/reports/read-openings.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { recipientOf } from '../../domain/message/read-message.js';
import { recipientLabel } from '../../domain/words/recipient-labels.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { toldByKind } from '../../store/waiting.query.js';

/** The maximum number of tasks of one kind that the portal shows. */
const MOST_OF_A_KIND = 3;

/** The time for which the portal tells a person about things that they cannot change. */
const WEEK = 7 * 86_400_000;

/** The maximum number of tasks, as many as the portal shows. */
const MOST = 5;

/** Tasks of a person: unread threads, messages to accept, reports, bursts of these, and their own messages that were refused. */
export function registerPortal({ portal }: Pick<MessagingBrick, 'portal'>): void {
  portal({
    async badge(request) {
      const { unread } = await waitingCounts(request);
      return unread + (await waitingReviews(request)).length + (await openReports(request)).length;
    },
    async tasks(request) {
      const has = await thingsToTell(request);
      const reports = await reportTasks(request);
      const opened = has('openings') ? await openingTasks(request) : [];
      const refused = has('refused') ? await refusedTasks(request) : [];
      const bursts = await burstTasks(request);
      return [...bursts, ...reports, ...(await reviewTasks(request)), ...opened, ...refused].slice(0, MOST);
    },
    formerSchool: formerThings,
  });
}

/** The instants since which the portal tells of openings and of refusals. */
function instantsOf({ clock }: Pick<TaskReader, 'clock'>): { openedSince: Date; refusedSince: Date } {
  const now = clock.now().getTime();
  return { openedSince: new Date(now - WEEK), refusedSince: new Date(now - 2 * WEEK) };
}

/** Whether there is anything to tell, by kind: most people have nothing, and one statement says so. */
async function thingsToTell(reader: TaskReader): Promise<(kind: 'openings' | 'refused') => boolean> {
  const rows = await reader.db.query(toldByKind, { authorId: reader.user.id, ...instantsOf(reader) });
  return (kind) => rows.some((row) => row.kind === kind && row.total > 0);
}

/** Tasks for heads: how many reports or recalls came at once. */
async function burstTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  return (await burstsOfWeek(reader)).map(({ kind, count, at }) => ({
    title: t(`burst.${kind}`, { count }),
    detail: t('burst.detail', { when: format.moment(at) }),
    action: t('portal.see'),
    path: REPORTS_PATH,
  }));
}

/** Tasks for heads: the reports that are open the longest. */
async function reportTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { directory, t, format } = reader;
  const oldest = (await openReports(reader)).slice(0, MOST_OF_A_KIND);
  const persons = await directory.persons(oldest.flatMap(({ report }) => report.reportedBy ?? []));
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

/** The user's own messages that a teacher has refused, until they are written otherwise or put away. */
async function refusedTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, user, t } = reader;
  const refused = await db.repository(MessageRow).find({
    where: { authorId: user.id, state: 'refused', sentAt: MoreThan(instantsOf(reader).refusedSince) },
    order: { sentAt: 'DESC', id: 'DESC' },
    take: MOST_OF_A_KIND,
  });
  const messageId = In(refused.map(({ id }) => id));
  const reviews = await db.repository(ReviewRow).find({ where: { messageId, state: 'refused' } });
  const copies = await db.repository(CopyRow).find({ where: { messageId, ownerId: user.id, box: 'sent' } });
  return copies.flatMap((copy) => {
    const message = refused.find(({ id }) => id === copy.messageId);
    const review = reviews.find((one) => one.messageId === copy.messageId);
    if (!message || !review) return [];
    return {
      title: t('portal.refused', { subject: message.subject }),
      detail: review.word ?? t('review.overdue'),
      action: t('portal.read'),
      path: threadPath(copy.id),
    };
  });
}

/** Threads of the user that a head has opened in the last week. */
async function openingTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, user, directory, t, format } = reader;
  const opened = await db.repository(OpeningRow).find({
    where: { openedAt: MoreThan(instantsOf(reader).openedSince) },
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

/** The messages that wait for the user the longest: « Tom veut écrire à Inès ». */
async function reviewTasks(reader: TaskReader): Promise<PortalTask[]> {
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

/** The user who opens the portal. */
type TaskReader = PortalRequest<MessagingPermission, MessagingKey>;
