// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In, IsNull, MoreThan } from 'typeorm';
import { threadPath } from '../paths.js';
import { CopyRow } from '../store/copy.entity.js';
import { MessageRow } from '../store/message.entity.js';
import { ReportRow } from '../store/report.entity.js';
import { MOST_OF_A_KIND, WEEK, type TaskReader } from './task-reader.js';

/** Threads of the user that a head has opened in the last week. */
export async function openingTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, user, clock, directory, t, format } = reader;
  const since = MoreThan(new Date(clock.now().getTime() - WEEK));
  const opened = await db
    .repository(ReportRow)
    .find({ where: { openedAt: since }, order: { openedAt: 'DESC', id: 'DESC' } });
  if (opened.length === 0) return [];
  const messages = await db
    .repository(MessageRow)
    .find({ where: { id: In(opened.map(({ messageId }) => messageId)) } });
  const told = opened
    .flatMap((report) => {
      const message = messages.find(({ id }) => id === report.messageId);
      return message && (report.reportedBy === user.id || message.authorId === user.id) ? [{ report, message }] : [];
    })
    .slice(0, MOST_OF_A_KIND);
  if (told.length === 0) return [];
  const heads = await directory.persons(told.flatMap(({ report }) => report.openedBy ?? []));
  const copies = await db.repository(CopyRow).find({
    where: { threadId: In(told.map(({ message }) => message.threadId)), ownerId: user.id, hiddenAt: IsNull() },
    order: { at: 'DESC', id: 'DESC' },
  });
  return told.flatMap(({ report: { openedBy, openedAt, openedFor }, message }) => {
    const who = (openedBy !== null && heads.get(openedBy)?.displayName) || t('person.gone');
    const copy = copies.find(({ threadId, box }) => threadId === message.threadId && box !== 'drafts');
    if (!copy) return [];
    return {
      title: t('portal.opened', { who }),
      detail: t('portal.openedDetail', { when: format.moment(openedAt ?? clock.now()), reason: openedFor ?? '' }),
      action: t('portal.see'),
      path: threadPath(copy.id),
    };
  });
}
