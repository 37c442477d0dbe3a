// SPDX-License-Identifier: EUPL-1.2
import type { Activation } from './activation-rule.js';

/**
 * The end of a rule that other rules replace: the end chosen for it, or the start of its first successor if that is earlier. When the
 * successors are called off or put off, the rule stays on: cancelling a change must not switch the brick off.
 */
export function endOfRule(chosen: Date | null, successors: readonly Pick<Activation, 'from'>[]): Date | null {
  const ends = [...(chosen ? [chosen] : []), ...successors.map(({ from }) => from)];
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((end) => end.getTime())));
}
