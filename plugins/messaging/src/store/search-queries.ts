// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The maximum number of words of a search that the query compares. */
export const MOST_WORDS = 6;

/** A place in a mailbox: after a copy, in the order from the newest to the oldest. */
const place = { before: z.date(), beforeId: z.string() };

/** The copy that is `skipped` copies further. The index alone answers, without a row. */
export const placeFurther = {
  sql: `SELECT c.at, c.messageId
    FROM messaging_copy c
    WHERE c.school = :school AND c.ownerId = :ownerId
      AND c.at <= :before AND (c.at < :before OR c.messageId < :beforeId)
    ORDER BY c.at DESC, c.messageId DESC
    LIMIT 1 OFFSET :skipped`,
  parameters: z.object({ ownerId: z.string(), ...place, skipped: z.int() }),
  row: z.object({ at: z.date(), messageId: z.string() }),
};

/**
 * The copies between two places with all words in their text, the newest first. Each pattern is a space and the beginning of a word; a
 * space alone is in every text. The index on the owner and the time gives the order, so that the database stops at the limit.
 */
export const copiesWithWords = {
  sql: `SELECT c.id, c.at, c.messageId
    FROM messaging_copy c
    JOIN messaging_text t ON t.school = :school AND t.messageId = c.messageId
    WHERE c.school = :school AND c.ownerId = :ownerId AND c.hiddenAt IS NULL AND c.recalledAt IS NULL
      AND c.at <= :before AND (c.at < :before OR c.messageId < :beforeId)
      AND c.at >= :from AND (c.at > :from OR c.messageId >= :fromId)
      AND INSTR(t.folded, :word1) > 0 AND INSTR(t.folded, :word2) > 0 AND INSTR(t.folded, :word3) > 0
      AND INSTR(t.folded, :word4) > 0 AND INSTR(t.folded, :word5) > 0 AND INSTR(t.folded, :word6) > 0
    ORDER BY c.at DESC, c.messageId DESC
    LIMIT :most`,
  parameters: z.object({
    ownerId: z.string(),
    ...place,
    from: z.date(),
    fromId: z.string(),
    ...{
      word1: z.string(),
      word2: z.string(),
      word3: z.string(),
      word4: z.string(),
      word5: z.string(),
      word6: z.string(),
    },
    most: z.int(),
  }),
  row: z.object({ id: z.string(), at: z.date(), messageId: z.string() }),
};
