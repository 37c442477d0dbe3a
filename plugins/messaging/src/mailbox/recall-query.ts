// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The copies of messages that are not their author's: how many there are, were read, and came unread after an instant. */
export const copiesToRecall = {
  sql: `SELECT c.messageId, COUNT(*) AS total, COUNT(c.readAt) AS opened,
      COUNT(CASE WHEN c.readAt IS NULL AND c.at > :since THEN c.id END) AS fresh
    FROM messaging_copy c
    WHERE c.school = :school AND c.messageId IN (:messageIds) AND c.ownerId <> :authorId
    GROUP BY c.messageId`,
  parameters: z.object({ messageIds: z.array(z.string()), authorId: z.string(), since: z.date() }),
  row: z.object({ messageId: z.string(), total: z.int(), opened: z.int(), fresh: z.int() }),
};
