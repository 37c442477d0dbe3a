// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/**
 * `do`: keep it for later, give it back now, go on to the files, or remove one of them; each keeps what was typed. `undo` takes back what was
 * given back at `at`.
 */
export const giveBackFields = z.strictObject({
  answer: z.string().max(20_000).default(''),
  /** Confirms that a part is given back which the pupil has not handed in. */
  sure: z.literal('true').optional(),
  next: z.enum(['corrected', 'again']).optional(),
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .default('0'),
  at: z.iso.datetime().optional(),
  do: z
    .string()
    .regex(/^(keep|files|give|undo|remove:[\da-f-]{36})$/)
    .default('keep'),
});
export type GiveBackFields = z.output<typeof giveBackFields>;
