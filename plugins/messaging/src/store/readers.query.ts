// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The copies of messages that are not their author's and were not taken back, and how many of these were read. */
export const readersByMessage = {
  sql: `SELECT c.messageId, COUNT(*) AS total, COUNT(c.readAt) AS opened
    FROM messaging_copy c
    WHERE c.school = :school AND c.messageId IN (:messageIds) AND c.ownerId <> :authorId
      AND c.recalledAt IS NULL
    GROUP BY c.messageId`,
  parameters: z.object({ messageIds: z.array(z.string()), authorId: z.string() }),
  row: z.object({ messageId: z.string(), total: z.int(), opened: z.int() }),
};
