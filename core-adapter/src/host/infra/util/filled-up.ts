// SPDX-License-Identifier: EUPL-1.2
/**
 * The values of IN, the last one repeated up to a power of two, so that a SELECT with a list has few texts to prepare. MariaDB makes a temporary
 * table of lists of 1,000.
 */
export function filledUp<T>(values: readonly T[]): readonly T[] {
  const power = 2 ** Math.ceil(Math.log2(values.length));
  const places = power < 1_000 ? power : Math.max(values.length, 999);
  const more = values.length === 0 ? 0 : places - values.length;
  return [...values, ...Array.from({ length: more }, () => values.at(-1) as T)];
}
