// SPDX-License-Identifier: EUPL-1.2
import type { BilanState } from '../../store/bilan.entity.js';

/** The states in which the content may change. */
export const WRITABLE_STATES: readonly BilanState[] = ['draft', 'ready'];

export function isWritable(state: BilanState): boolean {
  return WRITABLE_STATES.includes(state);
}
