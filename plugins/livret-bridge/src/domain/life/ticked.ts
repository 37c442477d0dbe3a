// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Shown } from './life-context.js';

/** The maximum number of bilans: more than a class has, and less than a form may carry. */
export const MOST_TICKS = 200;

const tick = z
  .string()
  .regex(/^[\da-f-]{36} \d{1,9}$/)
  .transform((value): Shown => {
    const [id = '', revision] = value.split(' ');
    return { id, revision: Number(revision) };
  });

/** The value of the tick of a bilan: its id, and the revision that the page shows. */
export function tickValue({ id, revision }: Shown): string {
  return `${id} ${String(revision)}`;
}

/** The bilans that are ticked in a form. A form without a tick sends no field. */
export const ticked = z
  .union([z.array(tick).max(MOST_TICKS), tick.transform((one) => [one])])
  .optional()
  .transform((all) => all ?? []);
