// SPDX-License-Identifier: EUPL-1.2
import { z, type ZodType } from 'zod';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 };
const HINT = 'write a number and a unit: 800ms, 5s or 1min';

/** A setting in milliseconds, written as a number and a unit (`800ms`, `5s`, `1min`) or as a bare number of milliseconds. */
export function duration({ min, max }: { min: number; max: number }): ZodType<number, string | number> {
  return z
    .union([z.number(HINT), z.string(HINT).regex(/^\d+ ?(ms|s|min)$/, HINT)], HINT)
    .transform(milliseconds)
    .refine((value) => value >= min && value <= max, `write a time between ${min}ms and ${max}ms`);
}

function milliseconds(written: string | number): number {
  if (typeof written === 'number') return written;
  const unit = written.replace(/^\d+ ?/, '');
  return Number.parseInt(written, 10) * (UNITS[unit] ?? Number.NaN);
}
