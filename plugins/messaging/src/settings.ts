// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The part of `volee.yaml` below `"@volee/messaging"`: it has no keys. Rules and hours are decisions of a school. */
export const settingsSchema = z.strictObject({});
