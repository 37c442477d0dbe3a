// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of bilans of these pupils that a guardian has yet to confirm since the publication: the condition of `waits`, as SQL. */
export const unconfirmedBilans = {
  sql: `SELECT COUNT(*) AS unconfirmed
    FROM livret_bridge_bilan b
    LEFT JOIN livret_bridge_acknowledgement a
      ON a.school = :school AND a.bilanId = b.id AND a.personId = :personId AND a.at >= b.publishedAt
    WHERE b.school = :school AND b.pupilId IN (:pupilIds) AND b.state = 'published' AND b.publishedAt IS NOT NULL
      AND a.id IS NULL`,
  parameters: z.object({ pupilIds: z.array(z.string()), personId: z.string() }),
  row: z.object({ unconfirmed: z.int() }),
};
