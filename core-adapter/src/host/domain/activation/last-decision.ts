// SPDX-License-Identifier: EUPL-1.2
import { isOpen } from './activation-rule.js';
import type { ActivationRow } from './activation.entity.js';
import { endOfRule } from './end-of-rule.js';
import type { LastRule } from './last-rules.js';

/** The last decision about a brick in a school, and what taking it back means. */
export interface LastDecision {
  readonly at: Date;
  /** The rules that it began and that are still open: they end. */
  readonly begun: readonly ActivationRow[];
  /** The rules that it ended or called off, as they would be if they were created again now. */
  readonly ended: readonly LastRule[];
}

/**
 * The last decision about a brick; undefined without one that can be taken back: what it began and ended is over by itself, or the brick is
 * off (`lastRules` brings back what was on). `history`: every rule that the brick had.
 */
export function lastDecision(history: readonly ActivationRow[], now: Date): LastDecision | undefined {
  const open = history.filter((row) => isOpen(row, now));
  const times = history.flatMap(({ decidedAt, endedAt }) => [decidedAt, endedAt]).map((at) => at?.getTime() ?? 0);
  const last = Math.max(0, ...times);
  const begun = open.filter(({ decidedAt }) => decidedAt?.getTime() === last);
  const ended = history
    .filter((row) => row.endedAt?.getTime() === last && !isOpen(row, now))
    .flatMap((row) => asNow(row, successorsOf(row, open, last), now) ?? []);
  const isChange = begun.length > 0 || (ended.length > 0 && open.length > 0);
  return isChange ? { at: new Date(last), begun, ended } : undefined;
}

/** The open rules that replace a rule and that the last decision did not begin. */
function successorsOf({ id }: ActivationRow, open: readonly ActivationRow[], last: number): readonly ActivationRow[] {
  return open.filter(({ replaces, decidedAt }) => replaces === id && decidedAt?.getTime() !== last);
}

/** Undefined for a rule that would be over by now. */
function asNow(row: ActivationRow, successors: readonly ActivationRow[], now: Date): LastRule | undefined {
  const { id, profiles, groupIds, chosenUntil, replaces } = row;
  const end = endOfRule(chosenUntil, successors);
  if (end && end.getTime() <= now.getTime()) return undefined;
  const from = row.from.getTime() > now.getTime() ? row.from : now;
  return { id, profiles, groupIds, from, until: chosenUntil, replaces };
}
