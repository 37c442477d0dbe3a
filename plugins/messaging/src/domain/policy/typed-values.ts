// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The values of a form or an address by name, as they were typed. What they mean is checked later, so that nothing typed is lost. */
export interface TypedValues {
  /** Undefined where the form had no such field. */
  text(name: string): string | undefined;
  /** Every value of a field that may be repeated. */
  list(name: string): readonly string[];
}

const MOST_VALUES = 100;

export const typedValues = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).max(MOST_VALUES)]))
  .transform((record) => valuesOf(new Map(Object.entries(record))));

export function valuesOf(values: ReadonlyMap<string, string | readonly string[]>): TypedValues {
  const list = (name: string): readonly string[] => {
    const value = values.get(name) ?? [];
    return typeof value === 'string' ? [value] : value;
  };
  return { list, text: (name) => list(name)[0]?.trim() };
}
