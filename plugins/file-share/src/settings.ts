// SPDX-License-Identifier: EUPL-1.2
import { fileSize } from '@volee/core-adapter';
import { z } from 'zod';

const quota = z.strictObject({
  pupil: fileSize
    .prefault('500MB')
    .describe('The room of a pupil’s own files; what one pupil adds to a work, or to a class, takes no more, either.'),
  teacher: fileSize.prefault('10GB').describe('The room of an adult’s own files.'),
  class: fileSize.prefault('10GB').describe('The room of a class or another group, works included.'),
  school: fileSize.prefault('200GB').describe('The room of a whole school, all its spaces together.'),
});

/** The part of `volee.yaml` below `"@volee/file-share"`. */
export const settingsSchema = z.strictObject({
  maxFileSize: fileSize
    .prefault('500MB')
    .describe('The largest file that may be put in a space: a number and a unit (kB, MB, GB or TB, powers of 1,000).'),
  keepWorks: z
    .enum(['summer', 'next-year'])
    .prefault('summer')
    .describe('How long what pupils handed in is kept after its school year: until 14 October, or a year longer.'),
  quota: quota.prefault({}).describe('The room of each space, trash included.'),
});

export type Settings = z.output<typeof settingsSchema>;
