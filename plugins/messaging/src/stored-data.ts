// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from './brick-types.js';
import { MessageRow } from './store/message.entity.js';

/** Says how many messages nobody can read while the brick is off in the school. */
export function registerStoredData({ describeStoredData }: Pick<MessagingBrick, 'describeStoredData'>): void {
  describeStoredData(async ({ db, t }) => {
    const count = await db.repository(MessageRow).count();
    return count === 0 ? [] : [t('storedData.kept', { count })];
  });
}
