// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const idParams = z.object({ id: z.uuid() });
/** An id or, for a space that nobody has put anything into, its holder: of its root, or of itself. */
const spaceKey = z.union([z.uuid(), z.string().regex(/^(school|(own|group|team):[\da-f-]{36})$/)]);
export const folderKeyParams = z.object({ id: spaceKey });
export const groupParams = z.object({ groupId: z.uuid() });
export const spaceKeyParams = z.object({ spaceId: spaceKey });
export const workParams = z.object({ workId: z.uuid() });
export const childParams = z.object({ childId: z.uuid() });
export const partParams = z.object({ workId: z.uuid(), pupilId: z.uuid() });
export const partFileParams = partParams.extend({ nodeId: z.uuid() });
/** A key that the page draws by lot for each file. It names no row, so that it is no UUID. */
const key = z.string().regex(/^[\da-f]{32}$/);
export const uploadParams = z.object({ id: spaceKey, key });
