// SPDX-License-Identifier: EUPL-1.2
import type { ParsedResponse } from './validation-result.js';

/** One version of the protocol: where it is asked, and how its answer reads. */
export interface CasProtocol {
  readonly path: string;
  /** Where proxy tickets are shown, which the other address refuses (CAS 3.0 §2.5); absent: nowhere (§2.4). */
  readonly proxyPath?: string;
  readonly read: (text: string) => ParsedResponse;
}
