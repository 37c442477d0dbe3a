// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/**
 * The number of works in each school year that the pupil has begun, or keeps to read (`workOfLeaver`), as `isPartShown` says. For a guardian, the
 * works that were given back are counted.
 */
export const formerWorks = {
  sql: `SELECT w.year, COUNT(*) AS works, COUNT(CASE WHEN p.state <> 'given' THEN 1 END) AS begun
    FROM file_share_work_pupil p
    JOIN file_share_work w ON w.school = :school AND w.id = p.workId
    WHERE p.school = :school AND p.pupilId = :pupilId AND w.isDraft = :no
      AND (p.state <> 'given' OR p.shownToRead = :yes AND w.year = :schoolYear AND (w.visibleFrom <= :now OR w.visibleFrom <= w.changedAt))
      AND (:own = :yes OR p.givenBackAt IS NOT NULL)
    GROUP BY w.year
    ORDER BY w.year`,
  parameters: z.object({
    pupilId: z.string(),
    schoolYear: z.int(),
    now: z.date(),
    own: z.boolean(),
    yes: z.boolean(),
    no: z.boolean(),
  }),
  row: z.object({ year: z.int(), works: z.int(), begun: z.int() }),
};

/** The files that `trashedFiles` reads: how many there are, and when the first one was put there. */
export const formerTrash = {
  sql: `SELECT COUNT(*) AS files, MIN(n.trashedAt) AS first
    FROM (
      SELECT o.trashedAt
      FROM file_share_node o
      WHERE o.school = :school AND o.ownerId = :personId AND o.spaceKind = 'own' AND o.rank = :file AND o.trashedAt IS NOT NULL
      UNION ALL
      SELECT g.trashedAt
      FROM file_share_node g
      WHERE g.school = :school AND g.spaceKind = 'group' AND g.rank = :file AND g.trashedAt IS NOT NULL AND :pupil = :yes
        AND (g.addedBy = :personId OR g.ownerId = :personId AND NOT EXISTS (
          SELECT r.id FROM file_share_node r
          WHERE r.school = :school AND r.spaceId = g.spaceId AND r.trashedFrom IS NOT NULL
            AND (r.id = g.id OR INSTR(g.above, r.id) > 0)
            AND r.ownerId <> r.addedBy AND r.trashedBy = r.addedBy AND g.addedBy = r.addedBy
        ))
        AND NOT EXISTS (
          SELECT c.id FROM file_share_node c
          WHERE c.school = :school AND c.ownerId = :personId AND c.spaceKind = 'own' AND c.keptOf = g.id
        )
    ) n`,
  parameters: z.object({ personId: z.string(), pupil: z.boolean(), file: z.int(), yes: z.boolean() }),
  row: z.object({ files: z.int(), first: z.date().nullable() }),
};

/** The files among `classNodes`: how many there are, and the first school year of their groups. */
export const formerClassFiles = {
  sql: `SELECT COUNT(*) AS files, MIN(s.year) AS year
    FROM (
      SELECT o.spaceId
      FROM file_share_node o
      WHERE o.school = :school AND o.ownerId = :personId AND o.spaceKind = 'group' AND o.rank = :file AND o.trashedAt IS NULL
      UNION ALL
      SELECT g.spaceId
      FROM file_share_node g
      WHERE g.school = :school AND g.addedBy = :personId AND g.ownerId IS NULL AND g.readers IN (:seen)
        AND g.spaceKind = 'group' AND g.rank = :file AND g.trashedAt IS NULL
    ) n
    LEFT JOIN file_share_space s ON s.school = :school AND s.id = n.spaceId`,
  parameters: z.object({ personId: z.string(), seen: z.array(z.string()), file: z.int() }),
  row: z.object({ files: z.int(), year: z.int().nullable() }),
};
