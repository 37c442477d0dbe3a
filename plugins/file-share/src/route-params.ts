// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const idParams = z.object({ id: z.uuid() });
/** A folder by its id or, for the root of a space that nobody has put anything into, the space by its holder. */
const folderKey = z.union([z.uuid(), z.string().regex(/^(school|(own|group|team):[\da-f-]{36})$/)]);
export const folderKeyParams = z.object({ id: folderKey });
export const groupParams = z.object({ groupId: z.uuid() });
export const spaceParams = z.object({ spaceId: z.uuid() });
export const workParams = z.object({ workId: z.uuid() });
export const childParams = z.object({ childId: z.uuid() });
export const partParams = z.object({ workId: z.uuid(), pupilId: z.uuid() });
export const partFileParams = partParams.extend({ nodeId: z.uuid() });
/** A key that the page draws by lot for each file. It names no row, so that it is no UUID. */
const key = z.string().regex(/^[\da-f]{32}$/);
export const uploadParams = z.object({ id: folderKey, key });
