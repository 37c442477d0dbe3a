// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The folder to choose files from, and the last file of the page before. */
export const choiceQuery = z.object({ folder: z.uuid().optional(), after: z.uuid().optional() });
export type ChoiceQuery = z.output<typeof choiceQuery>;
