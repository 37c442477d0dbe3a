// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { repeated } from '../../domain/works/work.input.js';

/** The folder to choose files from, and the last file of the page before. */
export const choiceQuery = z.object({ folder: z.uuid().optional(), after: z.uuid().optional() });
export type ChoiceQuery = z.output<typeof choiceQuery>;

/** The form of a choice: the ticked files, and the page that they were ticked on. */
export const chosenFields = z.strictObject({ ...choiceQuery.shape, ids: repeated(z.uuid()) });
export type ChosenFields = z.output<typeof chosenFields>;
