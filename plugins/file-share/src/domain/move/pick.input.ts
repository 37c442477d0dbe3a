// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The maximum number of ticks: a page of a list has 100, and more would make an address that proxies refuse (8 kB). */
export const MOST = 150;

export type PickAction = 'move' | 'copy' | 'trash';

/** A form without a tick sends no field, and one tick sends no list. */
const ids = z
  .union([z.array(z.uuid()), z.uuid().transform((one) => [one])])
  .optional()
  .transform((list) => [...new Set(list)]);

/** The key of a destination: the id of a folder, or the holder of a space. */
const to = z.string().max(60).optional();

/** The question for the destination. */
export const pickQuery = z.object({ action: z.enum(['move', 'copy']), ids, to });
/** The ticked nodes that are taken as a zip. */
export const takeQuery = z.object({ ids });
/** The nodes that were thrown away a moment before, to be put back. */
export const untrashBody = z.object({ ids: ids.pipe(z.array(z.uuid()).min(1).max(MOST)) });
/** The action itself. */
export const pickBody = z.object({
  action: z.enum(['move', 'copy', 'trash']),
  ids,
  to,
  keep: z.literal('true').optional(),
});

export type PickQuery = z.output<typeof pickQuery>;
export type PickBody = z.output<typeof pickBody>;
