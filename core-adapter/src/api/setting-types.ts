// SPDX-License-Identifier: EUPL-1.2
import { z, type ZodType } from 'zod';

const UNITS = new Map(Object.entries({ ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 }));
const DURATION = /^(\d{1,6}) ?(ms|s|min|h|d)$/;
const HINT = 'write a number and a unit: 800ms, 90s, 15min, 2h or 7d';

/**
 * A setting for a duration, written as a number and a unit (`ms`, `s`, `min`, `h`, `d`) and parsed to milliseconds.
 * Values outside `min` to `max` are refused.
 * @example
 * `timeout: duration({ min: '1s', max: '1min' }).prefault('5s').describe('…')`
 * @stable
 */
export function duration({ min, max }: { min: string; max: string }): ZodType<number, string> {
  const [least, most] = [milliseconds(min), milliseconds(max)];
  return z
    .string(HINT)
    .regex(DURATION, HINT)
    .transform(milliseconds)
    .refine((value) => value >= least && value <= most, `write a time from ${min} to ${max}`)
    .meta({ written: `time from ${min} to ${max}` });
}

function milliseconds(written: string): number {
  const [, count, unit = ''] = DURATION.exec(written) ?? [];
  return Number(count) * (UNITS.get(unit) ?? Number.NaN);
}

/** Powers of 1,000, as people read sizes on pages. */
const SIZE_UNITS = new Map(Object.entries({ kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }));
const SIZE = /^([1-9]\d{0,5}) ?(kB|MB|GB|TB)$/;
const SIZE_HINT = 'write a number and a unit: 800kB, 500MB, 2GB or 1TB';

/**
 * A setting for the size of a file or of a space, written as a number and a unit (`kB`, `MB`, `GB`, `TB`, powers of 1,000) and parsed to bytes.
 * @example
 * `maxPhotoSize: fileSize.prefault('20MB').describe('The largest photo.')`
 * @stable
 */
export const fileSize: ZodType<number, string> = z
  .string(SIZE_HINT)
  .regex(SIZE, SIZE_HINT)
  .transform((text) => {
    const [, count, unit = ''] = SIZE.exec(text) ?? [];
    return Number(count) * (SIZE_UNITS.get(unit) ?? Number.NaN);
  })
  .meta({ written: 'size, such as 500MB' });

/**
 * A setting that names a PEM file with the certificate of a certificate authority. The host reads the file; the brick
 * receives its text.
 * @stable
 */
export const certificateFile = z
  .string()
  .regex(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/, 'the file holds no certificate in PEM form')
  .meta({ contentOfFile: true });
