// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The openings of messages of a thread of which a person has a copy, the oldest first. */
export const openingsOfThread = {
  sql: `SELECT o.id, o.reportId, o.messageId, o.openedBy, o.openedAt, o.reason
    FROM messaging_copy c
    JOIN messaging_opening o ON o.school = :school AND o.messageId = c.messageId
    WHERE c.school = :school AND c.threadId = :threadId AND c.ownerId = :ownerId
    ORDER BY o.openedAt, o.id`,
  parameters: z.object({ threadId: z.string(), ownerId: z.string() }),
  row: z.object({
    id: z.string(),
    reportId: z.string(),
    messageId: z.string(),
    openedBy: z.string().nullable(),
    openedAt: z.date(),
    reason: z.string(),
  }),
};
