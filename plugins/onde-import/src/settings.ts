// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { PRIMARY_LEVELS } from './files/levels.js';

/** The part of `volee.yaml` below `"@volee/onde-import"`. */
export const settingsSchema = z.strictObject({
  levels: z
    .array(z.enum(PRIMARY_LEVELS))
    .min(1)
    .default(['CM1', 'CM2'])
    .describe(
      'The levels whose pupils are imported, with their guardians; the others are counted and left out. Who has a cycle and no level, as in a ULIS, comes with the levels of that cycle.',
    ),
});
