// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The orders of a list. Folders stand first in each. */
export const ORDERS = ['name', 'date', 'size', 'kind'] as const;
export type ListOrder = (typeof ORDERS)[number];

/** The order of a list, and the last line of the page before. */
export const listQuery = z.object({
  order: z.enum(ORDERS).default('name').catch('name'),
  after: z.uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
