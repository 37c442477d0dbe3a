// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The catalogues with which bilans were written, and the levels of these bilans. */
export const levelsInBilans = {
  sql: `SELECT DISTINCT b.catalogue, b.level
    FROM livret_bridge_bilan b
    WHERE b.school = :school`,
  parameters: z.object({}),
  row: z.object({ catalogue: z.string(), level: z.string().nullable() }),
};

/** The catalogues of the copies of other schools. */
export const cataloguesOfCopies = {
  sql: `SELECT DISTINCT h.catalogue
    FROM livret_bridge_handed h
    WHERE h.school = :school`,
  parameters: z.object({}),
  row: z.object({ catalogue: z.string() }),
};
