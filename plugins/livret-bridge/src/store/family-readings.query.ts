// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** For each of these published bilans, the guardians who have read and confirmed it since the publication. Readings by the pupil are left out. */
export const familyReadings = {
  sql: `SELECT b.id, COUNT(DISTINCT t.personId) AS readers, COUNT(DISTINCT a.personId) AS confirming
    FROM livret_bridge_bilan b
    LEFT JOIN livret_bridge_trace t
      ON t.school = :school AND t.bilanId = b.id AND t.what = 'read' AND t.personId <> b.pupilId AND t.at >= b.publishedAt
    LEFT JOIN livret_bridge_acknowledgement a ON a.school = :school AND a.bilanId = b.id AND a.at >= b.publishedAt
    WHERE b.school = :school AND b.id IN (:bilanIds) AND b.state = 'published'
    GROUP BY b.id`,
  parameters: z.object({ bilanIds: z.array(z.string()) }),
  row: z.object({ id: z.string(), readers: z.int(), confirming: z.int() }),
};
