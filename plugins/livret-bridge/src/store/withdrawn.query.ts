// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The unpublished bilans of a school year that were once withdrawn: a school has few of them. */
export const withdrawnOnce = {
  sql: `SELECT DISTINCT b.id, b.pupilId, b.period, b.state
    FROM livret_bridge_bilan b
    JOIN livret_bridge_trace t ON t.school = :school AND t.bilanId = b.id AND t.what = 'unlocked'
    WHERE b.school = :school AND b.year = :year AND b.state IN ('draft', 'ready')
    ORDER BY b.id`,
  parameters: z.object({ year: z.int() }),
  row: z.object({ id: z.string(), pupilId: z.string(), period: z.int(), state: z.enum(['draft', 'ready']) }),
};
