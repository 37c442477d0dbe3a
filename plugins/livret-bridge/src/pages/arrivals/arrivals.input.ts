// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The reasons why pupils are not ticked. `later`: they are answered another day. */
export const REASONS = ['later', 'elsewhere', 'unknown', 'other'] as const;
export type Reason = (typeof REASONS)[number];

export const LONGEST_WORD = 300;
/** The maximum number of pupils, more than come from one école. */
const MOST = 1_000;

const id = z.uuid();
const ids = z
  .union([z.array(id).max(MOST), id.transform((one) => [one])])
  .optional()
  .transform((all) => [...new Set(all ?? [])]);

export const arrivalsBody = z.object({
  /** The UAI of the école. */
  from: z.string().max(8),
  /** The pupils that the page showed: newer offers are answered another day. */
  shown: ids,
  /** The pupils that were ticked. */
  pupil: ids,
  reason: z.enum(REASONS),
  word: z.string().trim().max(LONGEST_WORD),
  /** `look`: to see what the answer does before it is given. `back`: to change it. */
  step: z.enum(['look', 'back']).optional(),
});

export type Answer = z.output<typeof arrivalsBody>;
