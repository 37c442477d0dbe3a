// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The words of a search, the space in which it looks, and the last line of the page before. */
export const searchQuery = z.object({
  q: z.string().max(200).catch('').default(''),
  /** The holder of a space, `past` for the classes of last year; all of them without it. */
  in: z.string().max(50).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type SearchQuery = z.output<typeof searchQuery>;

/** The value of `in` for the classes of last year. */
export const PAST = 'past';
