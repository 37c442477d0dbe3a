// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const idParams = z.object({ id: z.uuid() });
/** The id of a root or of a space or, while nobody has put anything into the space, its holder. */
const spaceKey = z.union([z.uuid(), z.string().regex(/^(school|(own|group|team):[\da-f-]{36})$/)]);
export const folderKeyParams = z.object({ id: spaceKey });
export const groupParams = z.object({ groupId: z.uuid() });
export const spaceKeyParams = z.object({ spaceId: spaceKey });
export const workParams = z.object({ workId: z.uuid() });
export const childParams = z.object({ childId: z.uuid() });
export const partParams = z.object({ workId: z.uuid(), pupilId: z.uuid() });
export const partFileParams = partParams.extend({ nodeId: z.uuid() });
/** A random key that the page makes for each file. It names no row, so it is not a UUID. */
const key = z.string().regex(/^[\da-f]{32}$/);
export const uploadParams = z.object({ id: spaceKey, key });
/** Asks for the content of a file as a page shows it, rather than as a download. */
export const shownQuery = z.object({ shown: z.literal('true').optional() });
export type ShownQuery = z.infer<typeof shownQuery>;
