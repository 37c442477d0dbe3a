// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The address of one bilan. */
export const bilanParams = z.strictObject({ id: z.uuid() });
