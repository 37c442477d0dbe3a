// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/**
 * The number of unread threads and drafts of a person, of messages that wait in these classes, of open reports of the school, of threads
 * that heads opened lately, and of messages of the person that were refused lately. A message that was recalled before its owner saw it is
 * not unread.
 */
export const countsByKind = {
  sql: `SELECT 'unread' AS kind, COUNT(*) AS total
    FROM messaging_copy c
    WHERE c.school = :school AND c.ownerId = :ownerId AND c.box = 'inbox' AND c.isLast = :isLast AND c.readAt IS NULL
      AND c.recalledAt IS NULL
    UNION ALL SELECT 'drafts' AS kind, COUNT(*) AS total
    FROM messaging_copy d
    WHERE d.school = :school AND d.ownerId = :ownerId AND d.box = 'drafts' AND d.isLast = :isLast
    UNION ALL SELECT 'reviews' AS kind, COUNT(*) AS total
    FROM messaging_review r
    WHERE r.school = :school AND r.state = 'waiting' AND r.groupId IN (:groupIds)
    UNION ALL SELECT 'reports' AS kind, COUNT(*) AS total
    FROM messaging_report p
    WHERE p.school = :school AND p.state = 'open'
    UNION ALL SELECT 'openings' AS kind, COUNT(*) AS total
    FROM messaging_opening o
    WHERE o.school = :school AND o.openedAt > :openedSince
    UNION ALL SELECT 'refused' AS kind, COUNT(*) AS total
    FROM messaging_message m
    WHERE m.school = :school AND m.authorId = :ownerId AND m.state = 'refused' AND m.sentAt > :refusedSince`,
  parameters: z.object({
    ...{ ownerId: z.string(), isLast: z.boolean(), groupIds: z.array(z.string()) },
    ...{ openedSince: z.date(), refusedSince: z.date() },
  }),
  row: z.object({
    kind: z.enum(['unread', 'drafts', 'reviews', 'reports', 'openings', 'refused']),
    total: z.int(),
  }),
};
