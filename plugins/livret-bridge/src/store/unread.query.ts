// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of their own bilans that a pupil has not opened since the publication. */
export const unreadBilans = {
  sql: `SELECT COUNT(*) AS unread
    FROM livret_bridge_bilan b
    LEFT JOIN livret_bridge_trace t
      ON t.school = :school AND t.bilanId = b.id AND t.personId = :personId AND t.readOn IS NOT NULL AND t.at >= b.publishedAt
    WHERE b.school = :school AND b.pupilId IN (:pupilIds) AND b.state = 'published' AND t.id IS NULL`,
  parameters: z.object({ pupilIds: z.array(z.string()), personId: z.string() }),
  row: z.object({ unread: z.int() }),
};
