// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The schema of the earlier bilan with which a publication is compared, by the codes of its lines; null when there was none. */
export const comparisonSchema = z
  .strictObject({
    year: z.int(),
    period: z.int(),
    rhythm: z.enum(['T', 'S', 'P5']).nullable(),
    level: z.string().nullable(),
    positions: z.record(z.string(), z.string()),
  })
  .nullable();

/** The earlier bilan with which a publication is compared, kept with the publication (ADR 107). */
export type Comparison = z.output<typeof comparisonSchema>;

/** The comparison that a row keeps; undefined before its publication, and for publications from before comparisons were kept. */
export function comparisonIn({ compared }: { readonly compared?: string | null }): Comparison | undefined {
  return typeof compared === 'string' ? comparisonSchema.parse(JSON.parse(compared)) : undefined;
}
