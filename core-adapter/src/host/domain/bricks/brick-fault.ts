// SPDX-License-Identifier: EUPL-1.2
import { withRemedy } from '../../infra/util/error-text.js';

/** Why a brick cannot run. */
export interface BrickFault {
  readonly cause: string;
  /** The remedy, in a sentence of its own. */
  readonly remedy?: string | undefined;
  /** The brick took too long. It may be fine, and the machine busy. */
  readonly isSlow?: true;
}

/** The cause and the remedy in one piece. */
export function faultText({ cause, remedy }: BrickFault): string {
  return withRemedy(cause, remedy);
}
