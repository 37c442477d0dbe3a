// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The copies of messages that are not their author's: how many there are, were shown, and came after an instant without being shown. */
export const copiesToRecall = {
  sql: `SELECT c.messageId, COUNT(*) AS total, COUNT(c.shownAt) AS shown,
      COUNT(CASE WHEN c.shownAt IS NULL AND c.recalledAt IS NULL AND c.at > :since THEN c.id END) AS fresh
    FROM messaging_copy c
    WHERE c.school = :school AND c.messageId IN (:messageIds) AND c.ownerId <> :authorId
    GROUP BY c.messageId`,
  parameters: z.object({ messageIds: z.array(z.string()), authorId: z.string(), since: z.date() }),
  row: z.object({ messageId: z.string(), total: z.int(), shown: z.int(), fresh: z.int() }),
};
