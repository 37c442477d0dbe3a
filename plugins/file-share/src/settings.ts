// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Powers of 1,000, as people read sizes on the page. */
const UNITS = new Map(Object.entries({ kB: 1_000, MB: 1_000_000, GB: 1_000_000_000, TB: 1_000_000_000_000 }));
const SIZE = /^([1-9]\d{0,5})(kB|MB|GB|TB)$/;

const size = z
  .string()
  .regex(SIZE, 'write a number and a unit: 800kB, 500MB or 2GB')
  .transform((text) => {
    const [, count = '', unit = ''] = SIZE.exec(text) ?? [];
    return Number(count) * (UNITS.get(unit) ?? 0);
  });

const quota = z.strictObject({
  pupil: size
    .prefault('500MB')
    .describe('The room of a pupil’s own files; what one pupil adds to a work, or to a class, takes no more, either.'),
  teacher: size.prefault('10GB').describe('The room of an adult’s own files.'),
  class: size.prefault('10GB').describe('The room of a class or another group, works included.'),
  school: size.prefault('200GB').describe('The room of a whole school, all its spaces together.'),
});

/** The part of `volee.yaml` below `"@volee/file-share"`. */
export const settingsSchema = z.strictObject({
  maxFileSize: size
    .prefault('500MB')
    .describe('The largest file that may be put in a space: a number and a unit (kB, MB or GB, powers of 1,000).'),
  keepWorks: z
    .enum(['summer', 'next-year'])
    .prefault('summer')
    .describe('How long what pupils handed in is kept after its school year: until 31 August, or a year longer.'),
  quota: quota.prefault({}).describe('The room of each space, trash included.'),
});

export type Settings = z.output<typeof settingsSchema>;
