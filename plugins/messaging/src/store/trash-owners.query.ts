// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The people with a copy in the trash, each once: many copies belong to few people. */
export const trashOwners = {
  sql: `SELECT DISTINCT c.ownerId
    FROM messaging_copy c
    WHERE c.school = :school AND c.box = :box`,
  parameters: z.object({ box: z.literal('trash') }),
  row: z.object({ ownerId: z.string() }),
};
