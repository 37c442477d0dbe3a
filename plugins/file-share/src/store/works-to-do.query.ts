// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of works that a pupil can still hand in: the conditions of `partStatus`, `isForMember` and `shelfOf`, as SQL. */
export const worksToDo = {
  sql: `SELECT COUNT(*) AS works
    FROM file_share_work w
    LEFT JOIN file_share_work_pupil p ON p.school = :school AND p.workId = w.id AND p.pupilId = :pupilId
    WHERE w.school = :school AND w.groupId IN (:groupIds) AND w.year = :year AND w.isDraft = :no AND w.collects = :yes
      AND (w.visibleFrom <= :now OR w.visibleFrom <= w.changedAt OR p.state <> 'given') AND w.closedAt IS NULL
      AND (w.audience = 'class' OR (w.audience = 'level' AND w.level = :level) OR p.state <> 'given'
        OR (w.audience = 'picked' AND p.id IS NOT NULL))
      AND (p.id IS NULL OR p.state IN ('given', 'started', 'again') OR (p.state = 'handedIn' AND p.takenBackAt IS NOT NULL))
      AND (w.dueAt IS NULL OR w.dueAt >= :second OR p.state = 'again'
        OR (w.lateUntil >= :second AND (p.takenBackAt IS NULL OR p.takenBackAt > w.dueAt))
        OR (p.takenBackAt IS NOT NULL AND p.givenBackAt IS NOT NULL))`,
  parameters: z.object({
    ...{ pupilId: z.string(), groupIds: z.array(z.string()), level: z.string().nullable(), year: z.int() },
    ...{ now: z.date(), second: z.date(), yes: z.boolean(), no: z.boolean() },
  }),
  row: z.object({ works: z.int() }),
};
