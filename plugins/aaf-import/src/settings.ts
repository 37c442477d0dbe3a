// SPDX-License-Identifier: EUPL-1.2
import { LEVELS } from '@volee/core-adapter';
import { z } from 'zod';

const uai = z.string().regex(/^\d{7}[A-Z]$/, 'write a UAI: seven digits and a capital letter');

const sourceName = z
  .string()
  .regex(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'name a source in small letters, digits and dashes');

export const settingsSchema = z.strictObject({
  sources: z
    .array(sourceName)
    .min(1, 'name at least one source, or leave it out')
    .default(['aaf'])
    .describe(
      'The names under which the files are known, one for each academy, since identifiers are unique in one academy only. Do not ' +
        'change a name once data came. Absent: aaf. Several: name the one that is meant with --source.',
    ),
  schools: z
    .array(uai)
    .min(1, 'name at least one school, or leave it out')
    .optional()
    .describe('UAIs of the schools that are served. Absent: every école and collège of the files.'),
  levels: z
    .array(z.enum(LEVELS))
    .min(1, 'name at least one level, or leave it out')
    .optional()
    .describe('Levels whose pupils are taken, for example [CM1, CM2, 6E]. Absent: all pupils.'),
});

export type AafSettings = z.output<typeof settingsSchema>;
