// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of steps in the histories of the bilans of a school year, without readings. */
export const stepsOfYear = {
  sql: `SELECT COUNT(*) AS steps
    FROM livret_bridge_bilan b
    JOIN livret_bridge_trace t ON t.school = :school AND t.bilanId = b.id AND t.what <> 'read'
    WHERE b.school = :school AND b.year = :year`,
  parameters: z.object({ year: z.int() }),
  row: z.object({ steps: z.int() }),
};
