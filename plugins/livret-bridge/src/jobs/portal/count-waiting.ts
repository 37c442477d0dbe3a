// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type NewsLine } from '@volee/core-adapter';
import { HOME_PATH } from '../../paths.js';
import { unconfirmedBilans } from '../../store/unconfirmed.query.js';
import { unreadBilans } from '../../store/unread.query.js';
import type { TaskReader } from './task-reader.js';

/** The published bilans of a pupil that they have not opened. */
const countUnread = oncePerRequest(async ({ db, user }: TaskReader): Promise<number> => {
  if (!user.profiles.includes('pupil')) return 0;
  const [counted] = await db.query(unreadBilans, { pupilIds: [user.id], personId: user.id });
  return counted?.unread ?? 0;
});

/** The bilans that wait for a pupil or a guardian: the number beside the brick. A guardian has as many tasks on the portal. */
export async function countWaiting(reader: TaskReader): Promise<number> {
  return (await countUnread(reader)) + (await countUnconfirmed(reader));
}

async function countUnconfirmed({ db, directory, user }: TaskReader): Promise<number> {
  const children = user.profiles.includes('guardian') ? await directory.children() : [];
  if (children.length === 0) return 0;
  const pupilIds = children.map(({ id }) => id);
  const [counted] = await db.query(unconfirmedBilans, { pupilIds, personId: user.id });
  return counted?.unconfirmed ?? 0;
}

/** One line of a pupil for all bilans that they have not opened. */
export async function pupilNews(reader: TaskReader): Promise<NewsLine[]> {
  if (!reader.user.profiles.includes('pupil')) return [];
  const count = await countUnread(reader);
  if (count === 0) return [];
  const title = reader.t('family.news', { count });
  return [{ kind: 'unread', key: 'all', title, detail: '', path: HOME_PATH, at: reader.clock.now(), isNew: true }];
}
