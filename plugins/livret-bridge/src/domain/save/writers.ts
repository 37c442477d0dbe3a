// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

const writersSchema = z.record(z.string(), z.strictObject({ by: z.string(), at: z.iso.datetime() }));

/** The last writer of each cell, by the name of the cell. `by` is the id of a person, or empty once they were erased. */
export type Writers = z.output<typeof writersSchema>;

export function writersOf({ writers }: { readonly writers: string }): ReadonlyMap<string, Writers[string]> {
  return new Map(Object.entries(writersSchema.parse(JSON.parse(writers))));
}

/** The column `writers` with another last writer of one cell. */
export function withWriter(row: { readonly writers: string }, cell: string, by: string, at: Date): string {
  const others = [...writersOf(row)].filter(([name]) => name !== cell);
  return JSON.stringify(Object.fromEntries([...others, [cell, { by, at: at.toISOString() }]]));
}
