// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The catalogues of the bilans of a school year, with the number of bilans and the first period of each. */
export const cataloguesOfYear = {
  sql: `SELECT b.catalogue, COUNT(*) AS bilans, MIN(b.period) AS period
    FROM livret_bridge_bilan b
    WHERE b.school = :school AND b.year = :year
    GROUP BY b.catalogue
    ORDER BY b.catalogue`,
  parameters: z.object({ year: z.int() }),
  row: z.object({ catalogue: z.string(), bilans: z.int(), period: z.int() }),
};
