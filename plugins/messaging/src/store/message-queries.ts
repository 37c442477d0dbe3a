// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The messages among these of which somebody has a copy. */
export const messagesWithCopies = {
  sql: `SELECT DISTINCT c.messageId
    FROM messaging_copy c
    WHERE c.school = :school AND c.messageId IN (:messageIds)`,
  parameters: z.object({ messageIds: z.array(z.string()) }),
  row: z.object({ messageId: z.string() }),
};
