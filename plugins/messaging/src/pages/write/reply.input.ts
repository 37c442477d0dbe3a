// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { LONGEST_BODY } from '../../domain/message/message-text.js';

/** Longer than any message: what is too long is shown again, so that nothing is lost. */
export const newReply = z.object({
  body: z.string().max(10 * LONGEST_BODY),
  all: z.literal('1').optional(),
  form: z.uuid().optional(),
  do: z.enum(['send', 'attach', 'discard']).default('send'),
  /** The draft that holds the reply, and its version on the page. */
  draft: z.uuid().optional(),
  version: z.coerce.number().int().positive().optional(),
  /** A file that is taken out. */
  drop: z.uuid().optional(),
});

export type NewReply = z.output<typeof newReply>;
