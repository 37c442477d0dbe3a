// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { PROFILES } from '@volee/core-adapter';

/**
 * The number of unread threads and drafts of a person, of messages that wait in these classes, of open reports of the school, of threads
 * that heads opened lately, and of messages of the person that were refused lately and that they have not opened since, or that they took back from a teacher lately and have not
 * sent again. A message that was recalled before its owner saw it is not unread. With them the `:most` newest copies in the inbox that stand for their thread, in any order and once for each group of guardians that
 * the message is to, so that a portal needs no further statement. A copy that was not shown has no subject: a line would show words of it (ADR 120).
 */
export const waitingOf = {
  sql: `SELECT 'unread' AS kind, COUNT(*) AS total, NULL AS id, NULL AS at, NULL AS readAt, NULL AS authorId, NULL AS asProfile,
      NULL AS toGroup, NULL AS subject
    FROM messaging_copy c
    WHERE c.school = :school AND c.ownerId = :ownerId AND c.box = 'inbox' AND c.isLast = :isLast AND c.readAt IS NULL
      AND c.recalledAt IS NULL
    UNION ALL SELECT 'drafts', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_copy d
    WHERE d.school = :school AND d.ownerId = :ownerId AND d.box = 'drafts' AND d.isLast = :isLast
    UNION ALL SELECT 'reviews', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_review r
    WHERE r.school = :school AND r.state = 'waiting' AND r.groupId IN (:groupIds)
    UNION ALL SELECT 'reports', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_report p
    WHERE p.school = :school AND p.state = 'open'
    UNION ALL SELECT 'openings', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_opening o
    WHERE o.school = :school AND o.openedAt > :openedSince
    UNION ALL SELECT 'refused', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_copy f
    JOIN messaging_message m ON m.school = :school AND m.id = f.messageId
    WHERE f.school = :school AND f.ownerId = :ownerId AND f.box = 'sent' AND f.isLast = :isLast AND f.readAt IS NULL
      AND m.authorId = :ownerId AND m.state = 'refused' AND m.sentAt > :refusedSince
    UNION ALL SELECT 'withdrawn', COUNT(*), NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM messaging_copy w
    WHERE w.school = :school AND w.ownerId = :ownerId AND w.box = 'drafts' AND w.isLast = :isLast AND w.at > :refusedSince
      AND EXISTS (
        SELECT 1 FROM messaging_review l WHERE l.school = :school AND l.messageId = w.messageId AND l.state = 'lapsed'
      )
    UNION ALL SELECT 'newest', 1, n.id, n.at, n.readAt, m.authorId, m.asProfile, r.toGroup,
      CASE WHEN n.shownAt IS NULL THEN '' ELSE m.subject END
    FROM (
      SELECT c.id, c.messageId, c.at, c.readAt, c.shownAt
      FROM messaging_copy c
      WHERE c.school = :school AND c.ownerId = :ownerId AND c.box = 'inbox' AND c.isLast = :isLast
        AND (c.readAt IS NULL OR :withRead = 1) AND c.recalledAt IS NULL AND c.hiddenAt IS NULL
      ORDER BY c.at DESC, c.messageId DESC
      LIMIT :most
    ) n
    JOIN messaging_message m ON m.school = :school AND m.id = n.messageId
    LEFT JOIN messaging_recipient r ON r.school = :school AND r.messageId = n.messageId AND r.part = 'guardian'`,
  parameters: z.object({
    ...{ ownerId: z.string(), isLast: z.boolean(), groupIds: z.array(z.string()) },
    ...{ openedSince: z.date(), refusedSince: z.date(), withRead: z.boolean(), most: z.int() },
  }),
  row: z.object({
    kind: z.enum(['unread', 'drafts', 'reviews', 'reports', 'openings', 'refused', 'withdrawn', 'newest']),
    total: z.int(),
    ...{ id: z.string().nullable(), at: z.date().nullable(), readAt: z.date().nullable() },
    ...{ authorId: z.string().nullable(), asProfile: z.enum(PROFILES).nullable() },
    ...{ toGroup: z.string().nullable(), subject: z.string().nullable() },
  }),
};
