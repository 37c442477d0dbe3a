// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const params = z.strictObject({
  groupId: z.uuid(),
  period: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
});

/** The class and the number of the period that an address of the grid names. */
export type GridPlace = z.output<typeof params>;

/** The common part of the routes of a grid: for teachers of the class only. */
export const gridRoute = {
  access: 'write',
  params,
  group: (input: { readonly params: GridPlace }) => input.params.groupId,
} as const;
