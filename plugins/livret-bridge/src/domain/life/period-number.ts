// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** The number of a period in an address or a form. A period that does not exist has no bilans. */
export const periodNumber = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number);
