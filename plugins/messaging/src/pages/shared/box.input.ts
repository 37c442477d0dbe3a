// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The copy with which the page before ended. */
export const boxQuery = z.object({ after: z.uuid().optional() });
/** Pupils open their inbox by one of two doors. */
export const inboxQuery = boxQuery.extend({ door: z.enum(['read', 'reply']).optional() });
export const copyParams = z.object({ id: z.uuid() });
/** The boxes beside the inbox, which has the first page of the brick. */
export const boxParams = z.object({ box: z.enum(['sent', 'drafts', 'archive', 'trash']) });
