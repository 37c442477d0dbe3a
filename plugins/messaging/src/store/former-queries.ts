// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Copies of a person in some boxes: those that they reported, or the others. */
const shelf = {
  ownerId: z.string(),
  boxes: z.array(z.string()),
  reported: z.boolean(),
  yes: z.boolean(),
  no: z.boolean(),
};
const ON_SHELF = `c.school = :school AND c.ownerId = :ownerId AND c.box IN (:boxes)
      AND ((:reported = :no AND c.hiddenAt IS NULL) OR (:reported = :yes AND c.hiddenAt IS NOT NULL))`;

/**
 * The number of copies, and the instants of the first and the last one. The index on owner and time answers this for a full mailbox,
 * without reading a row.
 */
export const formerShelf = {
  sql: `SELECT COUNT(*) AS total, MIN(c.at) AS oldest, MAX(c.at) AS newest
    FROM messaging_copy c
    WHERE ${ON_SHELF}`,
  parameters: z.object(shelf),
  row: z.object({ total: z.int(), oldest: z.date().nullable(), newest: z.date().nullable() }),
};

/** The instant at which the first of the copies leaves the trash for good. Reads the rows of the trash. */
export const formerPurge = {
  sql: `SELECT MIN(c.purgeAt) AS first
    FROM messaging_copy c
    WHERE ${ON_SHELF} AND c.box = 'trash'`,
  parameters: z.object(shelf),
  row: z.object({ first: z.date().nullable() }),
};

/** The places of the copies after a place, the newest first. The same index gives the order, and no row is read. */
export const formerPlaces = {
  sql: `SELECT c.at, c.messageId
    FROM messaging_copy c
    WHERE ${ON_SHELF}
      AND c.at <= :before AND (c.at < :before OR c.messageId < :beforeId)
    ORDER BY c.at DESC, c.messageId DESC
    LIMIT :most OFFSET :skipped`,
  parameters: z.object({ ...shelf, before: z.date(), beforeId: z.string(), most: z.int(), skipped: z.int() }),
  row: z.object({ at: z.date(), messageId: z.string() }),
};
