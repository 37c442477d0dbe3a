// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type NewsLine } from '@volee/core-adapter';
import { HOME_PATH } from '../../paths.js';
import { unreadBilans } from '../../store/unread.query.js';
import type { TaskReader } from './task-reader.js';

/** The published bilans that a pupil or a guardian has not opened: the number beside the brick. */
export const countUnread = oncePerRequest(async ({ db, directory, user }: TaskReader): Promise<number> => {
  const children = user.profiles.includes('guardian') ? await directory.children() : [];
  const pupilIds = [...children.map(({ id }) => id), ...(user.profiles.includes('pupil') ? [user.id] : [])];
  if (pupilIds.length === 0) return 0;
  const [counted] = await db.query(unreadBilans, { pupilIds, personId: user.id });
  return counted?.unread ?? 0;
});

/** One line of a pupil for all bilans that they have not opened. */
export async function pupilNews(reader: TaskReader): Promise<NewsLine[]> {
  if (!reader.user.profiles.includes('pupil')) return [];
  const count = await countUnread(reader);
  if (count === 0) return [];
  const title = reader.t('family.news', { count });
  return [{ kind: 'unread', key: 'all', title, detail: '', path: HOME_PATH, at: reader.clock.now(), isNew: true }];
}
