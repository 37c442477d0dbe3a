// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/**
 * The number of parts that pupils have handed in, without a prepared correction, that of those among them which were taken back,
 * that of parts with a prepared correction, and the first `:most` works that are due between two instants, each with the number of parts handed in at least once. One statement: the badge and the week of
 * a teacher's portal need no second one.
 */
export const teacherWorks = {
  sql: `SELECT 'handedIn' AS kind, COUNT(*) AS parts, NULL AS id, NULL AS groupId, NULL AS title, NULL AS dueAt
    FROM file_share_work_pupil p
    WHERE p.school = :school AND p.groupId IN (:groupIds) AND p.state = 'handedIn' AND p.ready IS NULL
    UNION ALL SELECT 'takenBack', COUNT(*), NULL, NULL, NULL, NULL
    FROM file_share_work_pupil b
    WHERE b.school = :school AND b.groupId IN (:groupIds) AND b.state = 'handedIn' AND b.ready IS NULL
      AND b.takenBackAt IS NOT NULL
    UNION ALL SELECT 'prepared', COUNT(*), NULL, NULL, NULL, NULL
    FROM file_share_work_pupil r
    WHERE r.school = :school AND r.groupId IN (:groupIds) AND r.state = 'handedIn' AND r.ready IS NOT NULL
    UNION ALL SELECT 'due',
      (SELECT COUNT(*) FROM file_share_work_pupil h WHERE h.school = :school AND h.workId = d.id
        AND (h.state IN ('corrected', 'again') OR (h.state = 'handedIn' AND h.takenBackAt IS NULL))),
      d.id, d.groupId, d.title, d.dueAt
    FROM (
      SELECT w.id, w.groupId, w.title, w.dueAt
      FROM file_share_work w
      WHERE w.school = :school AND w.groupId IN (:groupIds) AND w.year = :year AND w.isDraft = :no AND w.collects = :yes
        AND w.dueAt >= :since AND w.dueAt < :until AND w.closedAt IS NULL
      ORDER BY w.dueAt, w.id
      LIMIT :most
    ) d`,
  parameters: z.object({
    ...{ groupIds: z.array(z.string()), year: z.int(), since: z.date(), until: z.date() },
    ...{ most: z.int(), yes: z.boolean(), no: z.boolean() },
  }),
  row: z.object({
    ...{ kind: z.enum(['handedIn', 'takenBack', 'prepared', 'due']), parts: z.int() },
    ...{ id: z.string().nullable(), groupId: z.string().nullable(), title: z.string().nullable() },
    dueAt: z.date().nullable(),
  }),
};
