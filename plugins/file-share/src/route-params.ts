// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const idParams = z.object({ id: z.uuid() });
export const groupParams = z.object({ groupId: z.uuid() });
export const spaceParams = z.object({ spaceId: z.uuid() });
export const workParams = z.object({ workId: z.uuid() });
export const partParams = z.object({ workId: z.uuid(), pupilId: z.uuid() });
export const partFileParams = partParams.extend({ nodeId: z.uuid() });
/** A key that the page draws by lot for each file. It names no row, so that it is no UUID. */
const key = z.string().regex(/^[\da-f]{32}$/);
export const idKeyParams = z.object({ id: z.uuid(), key });
