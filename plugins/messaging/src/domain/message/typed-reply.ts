// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { LONGEST_BODY } from './message-text.js';

/**
 * The fields that the page of a thread sends along with its other buttons: the text of the reply, the key of its form, the copy that it
 * answers, and that of the draft which holds the reply, with the version that the page showed.
 */
export const typedReply = {
  body: z
    .string()
    .max(10 * LONGEST_BODY)
    .optional(),
  form: z.uuid().optional(),
  answers: z.uuid().optional(),
  draft: z.uuid().optional(),
  version: z.coerce.number().int().positive().optional(),
};

export type TypedReply = Readonly<z.output<z.ZodObject<typeof typedReply>>>;
