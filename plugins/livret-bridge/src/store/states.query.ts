// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { BILAN_STATES } from './bilan.entity.js';

/** The periods of a school year, each with the numbers of its bilans by class and state; one line without a class where it has none. */
export const bilansByState = {
  sql: `SELECT p.period, p.rhythm, p.endsOn, p.dueOn, p.publishAt, p.outAt, b.classId, b.state, COUNT(b.id) AS bilans
    FROM livret_bridge_period p
    LEFT JOIN livret_bridge_bilan b ON b.school = :school AND b.year = p.year AND b.period = p.period
    WHERE p.school = :school AND p.year = :year
    GROUP BY p.period, p.rhythm, p.endsOn, p.dueOn, p.publishAt, p.outAt, b.classId, b.state
    ORDER BY p.period`,
  parameters: z.object({ year: z.int() }),
  row: z.object({
    ...{ period: z.int(), rhythm: z.enum(['T', 'S', 'P5']), endsOn: z.string(), dueOn: z.string() },
    ...{ publishAt: z.date().nullable(), outAt: z.date().nullable() },
    ...{ classId: z.string().nullable(), state: z.enum(BILAN_STATES).nullable(), bilans: z.int() },
  }),
};

/** The numbers of the bilans of one period, by class and state. */
export type BilansByState = readonly z.output<typeof bilansByState.row>[];
