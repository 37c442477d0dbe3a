// SPDX-License-Identifier: EUPL-1.2
import type { Activation } from './activation-rule.js';
import { isOpen } from './activation-rule.js';
import type { ActivationRow } from './activation.entity.js';

/** A rule that is over, as it would be if it were created again now. */
export interface LastRule extends Activation {
  readonly id: string;
  readonly replaces: string | null;
}

/**
 * The rules that ended together when a brick was last switched off; none while it is on. `groupIds`: the groups of this school year. A rule
 * that names only past groups is left out; an end in the past is dropped.
 */
export function lastRules(history: readonly ActivationRow[], groupIds: readonly string[], now: Date): LastRule[] {
  if (history.some((row) => isOpen(row, now))) return [];
  const last = Math.max(...history.filter(hasBegun).map(endOf));
  return history
    .filter((row) => endOf(row) === last)
    .flatMap((row) => asNow(row, groupIds, now) ?? [])
    .sort((one, other) => one.from.getTime() - other.from.getTime() || (one.id < other.id ? -1 : 1));
}

/** Whether a rule ever was in force: one that was called off ends at its start. */
function hasBegun({ from, until }: ActivationRow): boolean {
  return until !== null && until.getTime() > from.getTime();
}

/** The end of a rule; for a rule that was called off, the instant of that decision. */
function endOf(row: ActivationRow): number {
  return ((hasBegun(row) ? row.until : row.endedAt) ?? row.from).getTime();
}

function asNow(row: ActivationRow, groupIds: readonly string[], now: Date): LastRule | undefined {
  const { id, profiles, replaces } = row;
  if (row.groupIds.length > 0 && !row.groupIds.some((group) => groupIds.includes(group))) return undefined;
  const from = row.from.getTime() > now.getTime() ? row.from : now;
  const until = row.chosenUntil && row.chosenUntil.getTime() > from.getTime() ? row.chosenUntil : null;
  return { id, profiles, groupIds: row.groupIds, from, until, replaces };
}
