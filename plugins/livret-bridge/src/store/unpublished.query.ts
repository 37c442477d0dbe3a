// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of bilans of a school year, by period, that are signed and that no planned publication includes. */
export const unpublishedBilans = {
  sql: `SELECT b.period, COUNT(*) AS bilans
    FROM livret_bridge_bilan b
    LEFT JOIN livret_bridge_period p ON p.school = :school AND p.year = b.year AND p.period = b.period
    WHERE b.school = :school AND b.year = :year
      AND (b.state = 'signed' OR (b.state = 'visa' AND (p.publishAt IS NULL OR p.publishAt >= :until)))
    GROUP BY b.period
    ORDER BY b.period`,
  parameters: z.object({ year: z.int(), until: z.date() }),
  row: z.object({ period: z.int(), bilans: z.int() }),
};
