// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const classParams = z.object({ groupId: z.uuid() });
export const ownFileParams = z.object({ id: z.uuid() });
export const classFileParams = z.object({ groupId: z.uuid(), id: z.uuid() });
/** A key that the page draws by lot for each file. It names no row, so that it is no UUID. */
const key = z.string().regex(/^[\da-f]{32}$/);
export const ownUploadParams = z.object({ key });
export const classUploadParams = z.object({ groupId: z.uuid(), key });
