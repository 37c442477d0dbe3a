// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/**
 * The newest copies in an inbox after an instant and message that stand for their thread, if the message is to its owner by name and they
 * have not answered since. A reply that was begun is no answer yet.
 */
export const unansweredCopies = {
  sql: `SELECT c.id
    FROM messaging_copy c
    WHERE c.school = :school AND c.ownerId = :ownerId AND c.box = 'inbox' AND c.isLast = :isLast AND c.recalledAt IS NULL
      AND (c.at < :at OR (c.at = :at AND c.messageId < :messageId))
      AND EXISTS (SELECT r.id FROM messaging_recipient r
        WHERE r.school = :school AND r.messageId = c.messageId AND r.toPerson = :ownerId)
      AND NOT EXISTS (SELECT m.id FROM messaging_message m
        WHERE m.school = :school AND m.threadId = c.threadId AND m.authorId = :ownerId AND m.state <> 'draft'
          AND m.sentAt >= c.at)
    ORDER BY c.at DESC, c.messageId DESC
    LIMIT :most`,
  parameters: z.object({
    ownerId: z.string(),
    isLast: z.boolean(),
    at: z.date(),
    messageId: z.string(),
    most: z.int(),
  }),
  row: z.object({ id: z.string() }),
};
