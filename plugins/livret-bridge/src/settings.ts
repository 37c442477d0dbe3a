// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The part of `volee.yaml` below `"@volee/livret-bridge"`. */
export const settingsSchema = z.strictObject({
  catalogue: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A JSON file with an array of further catalogues, such as one with a regional language: domains, lines, scale and limits, by level and first school year. With a changed file, bilans that were opened before keep their lines.',
    ),
});
