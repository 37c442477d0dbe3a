// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { In, IsNull, MoreThan } from 'typeorm';
import { threadPath } from '../../paths.js';
import { openingsFor } from '../../domain/reports/read-openings.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { MOST_OF_A_KIND, WEEK, type TaskReader } from './task-reader.js';

/** Threads of the user that a head has opened in the last week. */
export async function openingTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, user, clock, directory, t, format } = reader;
  const since = MoreThan(new Date(clock.now().getTime() - WEEK));
  const opened = await db
    .repository(OpeningRow)
    .find({ where: { openedAt: since }, order: { openedAt: 'DESC', id: 'DESC' } });
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
