// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The choice of a collège that is not on this platform. */
export const OUTSIDE = 'outside';

/** The maximum number of pupils, more than an école has. */
const MOST = 2_000;

const id = z.uuid();

/** The ids of ticked pupils. A form without a tick sends no field. */
const pupils = z
  .union([z.array(id).max(MOST), id.transform((one) => [one])])
  .optional()
  .transform((ids) => [...new Set(ids ?? [])]);

export const handOverBody = z.object({
  /** `again` offers to the same collège what it refused, and `unchoose` takes a choice back. */
  do: z.enum(['choose', 'unchoose', 'offer', 'again']),
  /** The form that chooses: see `CHOOSE` and `UNKNOWN`. */
  form: z.string().max(20).optional(),
  pupil: pupils,
  to: z.string().max(8).optional(),
  /** The choice before, to which `unchoose` goes back; absent where there was none. */
  before: z.string().max(8).optional(),
});

export const handOverQuery = z.object({ change: z.string().max(8).optional() });

export const offerQuery = z.strictObject({ to: z.string().max(8) });

/** One pupil, or all those of an offer that is taken back. */
export const recallBody = z.strictObject({ pupil: pupils });
