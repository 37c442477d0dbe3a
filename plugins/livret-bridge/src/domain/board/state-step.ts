// SPDX-License-Identifier: EUPL-1.2
import type { BilanState } from '../../store/bilan.entity.js';

/** The number of bricks that are laid, of five, for each state of a bilan. */
export const STEP_OF: Readonly<Record<BilanState, number>> = { draft: 1, ready: 2, signed: 3, visa: 4, published: 5 };
