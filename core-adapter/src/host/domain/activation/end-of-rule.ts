// SPDX-License-Identifier: EUPL-1.2
import type { Activation } from './activation-rule.js';

/**
 * When a rule ends that others take the place of: at the end that was chosen for it, or when the first of those begins. Called off or put
 * off, they leave it on for as long as they do not begin: somebody who gives up a change must not switch the brick off by it.
 */
export function endOfRule(chosen: Date | null, successors: readonly Pick<Activation, 'from'>[]): Date | null {
  const ends = [...(chosen ? [chosen] : []), ...successors.map(({ from }) => from)];
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((end) => end.getTime())));
}
