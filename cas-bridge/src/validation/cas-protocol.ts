// SPDX-License-Identifier: EUPL-1.2
import type { ParsedResponse } from './validation-result.js';

/** One version of the protocol: its address, and the format of its answer. */
export interface CasProtocol {
  readonly path: string;
  /** The path for proxy tickets, which the other path refuses (CAS 3.0 §2.5); absent when there is none (§2.4). */
  readonly proxyPath?: string;
  readonly read: (text: string) => ParsedResponse;
}
