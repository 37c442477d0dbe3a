// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const params = z.strictObject({
  groupId: z.uuid(),
  period: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
});

/** A class and the number of a period, as addresses of the grid name them. */
export type GridPlace = z.output<typeof params>;

/** The common part of the routes of a grid: teachers of the class alone. */
export const gridRoute = {
  access: 'write',
  params,
  group: (input: { readonly params: GridPlace }) => input.params.groupId,
} as const;
