// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { isOpen } from '../../domain/activation/activation-rule.js';
import { decidedRule } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** What one person decided at one instant, however many rules it took. */
export interface Change {
  readonly at: Date;
  /** A person's id, or `cli`. */
  readonly by: string;
  /** « maintenant pour CM1 et CM2 » */
  readonly what: string;
}

interface Decision {
  readonly at: Date;
  readonly by: string;
  readonly begun: ActivationRow[];
  readonly ended: ActivationRow[];
}

/** The changes of the brick that is shown, the newest first: all of them, or so many. */
export function changesOf(served: readonly Profile[], facts: SchoolFacts, most?: number): Change[] {
  // Of two at the same instant, the one that ended something came after what it ended.
  const decisions = decisionsOf(facts.history).sort(
    (one, other) => other.at.getTime() - one.at.getTime() || other.ended.length - one.ended.length,
  );
  return decisions.slice(0, most).map((decision) => ({
    at: decision.at,
    by: decision.by,
    what: whatOf(decision, served, facts),
  }));
}

/** Rows from before decisions were written down: they counted from the instant at which they were taken. */
function decisionsOf(rows: readonly ActivationRow[]): Decision[] {
  const decisions = new Map<string, Decision>();
  const decisionAt = (at: Date, by: string): Decision => {
    const key = `${at.getTime()} ${by}`;
    const decision = decisions.get(key) ?? { at, by, begun: [], ended: [] };
    decisions.set(key, decision);
    return decision;
  };
  for (const row of rows) {
    decisionAt(row.decidedAt ?? row.from, row.enabledBy).begun.push(row);
    const ended = row.endedAt ?? row.until;
    if (row.disabledBy !== null && ended) decisionAt(ended, row.disabledBy).ended.push(row);
  }
  return [...decisions.values()];
}

function whatOf({ at, begun, ended }: Decision, served: readonly Profile[], facts: SchoolFacts): string {
  const { t, language, history } = facts;
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const rules = (rows: readonly ActivationRow[]): string =>
    list.format(rows.map((row) => decidedRule(row, served, facts)));
  if (begun.length > 0) {
    return t(ended.length > 0 ? 'schoolBricks.historyChanged' : 'schoolBricks.historyOn', { rules: rules(begun) });
  }
  const isLeft = history.some((row) => !ended.includes(row) && isOpenAfter(row, at));
  return isLeft ? t('schoolBricks.historyStopped', { rules: rules(ended) }) : t('schoolBricks.historyOff');
}

/** One that was ended by then may be open yet: it lasts until the rule that takes its place begins. */
function isOpenAfter(row: ActivationRow, instant: Date): boolean {
  const { from, decidedAt, endedAt } = row;
  if ((decidedAt ?? from).getTime() > instant.getTime()) return false;
  return (endedAt !== null && endedAt.getTime() > instant.getTime()) || isOpen(row, instant);
}
