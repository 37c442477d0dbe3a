// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { PROFILES } from '@volee/core-adapter';

/**
 * The newest copies in an inbox that stand for their thread, once for each group of guardians that the message is to. A copy that was not
 * shown to its owner has no subject: a list that named it would show words of it (ADR 120).
 */
export const newestCopies = {
  sql: `SELECT c.id, c.at, c.readAt, m.authorId, m.asProfile, r.toGroup,
      CASE WHEN c.shownAt IS NULL THEN '' ELSE m.subject END AS subject
    FROM messaging_copy c
    JOIN messaging_message m ON m.school = :school AND m.id = c.messageId
    LEFT JOIN messaging_recipient r ON r.school = :school AND r.messageId = c.messageId AND r.part = 'guardian'
    WHERE c.school = :school AND c.ownerId = :ownerId AND c.box = 'inbox' AND c.isLast = :isLast
      AND c.recalledAt IS NULL AND c.hiddenAt IS NULL
    ORDER BY c.at DESC, c.messageId DESC
    LIMIT :most`,
  parameters: z.object({ ownerId: z.string(), isLast: z.boolean(), most: z.int() }),
  row: z.object({
    ...{ id: z.string(), at: z.date(), readAt: z.date().nullable(), subject: z.string() },
    ...{ authorId: z.string().nullable(), asProfile: z.enum(PROFILES), toGroup: z.string().nullable() },
  }),
};
