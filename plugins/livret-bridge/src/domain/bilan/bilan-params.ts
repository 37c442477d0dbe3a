// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

export const bilanParams = z.strictObject({ id: z.uuid() });
