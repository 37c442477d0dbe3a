// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import type { ReceiveParcel } from '../../../api/hand-over/hand-over.js';

/** The function by which a brick receives parcels, with the type of their content erased. */
export interface BrickReceive {
  readonly content: ZodType;
  readonly run: ReceiveParcel<unknown>;
}
