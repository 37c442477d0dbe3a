// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const classParams = z.object({ groupId: z.uuid() });
export const ownFileParams = z.object({ id: z.uuid() });
export const classFileParams = z.object({ groupId: z.uuid(), id: z.uuid() });
