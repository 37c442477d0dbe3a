// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { isOpen } from '../../domain/activation/activation-rule.js';
import { endOfRule } from '../../domain/activation/end-of-rule.js';
import { decidedRule } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** The decision of one person at one instant, with all of its rules. */
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

/** Rows of earlier versions have no time of the decision: they counted from the instant at which they were decided. */
function decisionsOf(rows: readonly ActivationRow[]): Decision[] {
  const decisions = new Map<string, Decision>();
  const decisionAt = (at: Date, by: string): Decision => {
    const key = `${at.getTime()} ${by}`;
    const decision = decisions.get(key) ?? { at, by, begun: [], ended: [] };
    decisions.set(key, decision);
    return decision;
  };
  for (const row of rows) {
    decisionAt(decidedAt(row), row.enabledBy).begun.push(row);
    const ended = row.endedAt ?? row.until;
    if (row.disabledBy !== null && ended && isEnded(row)) decisionAt(ended, row.disabledBy).ended.push(row);
  }
  return [...decisions.values()];
}

function decidedAt(row: ActivationRow): Date {
  return row.decidedAt ?? row.from;
}

/** Stopped or called off. A rule that another replaces later has an `endedAt` too, and the next decision overwrites it. */
function isEnded({ from, until, endedAt }: ActivationRow): boolean {
  return until !== null && (endedAt === null || until <= endedAt || until.getTime() === from.getTime());
}

function whatOf(decision: Decision, served: readonly Profile[], facts: SchoolFacts): string {
  const { at, begun, ended } = decision;
  const { t, language, history } = facts;
  const list = new Intl.ListFormat(language, { type: 'unit' });
  if (begun.length > 0) {
    const inOrder = [...begun].sort(
      (one, other) => one.from.getTime() - other.from.getTime() || (one.id < other.id ? -1 : 1),
    );
    const wordsOf = (row: ActivationRow): string => decidedRule(row, fixedEnd(row, history), served, facts);
    if (!isChange(decision, history)) return t('schoolBricks.historyOn', { rules: list.format(inOrder.map(wordsOf)) });
    const [first] = inOrder;
    if (!first || !inOrder.every(({ from }) => from > at && from.getTime() === first.from.getTime()))
      return t('schoolBricks.historyChanged', { rules: list.format(inOrder.map(wordsOf)) });
    const rules = list.format(inOrder.map((row) => wordsOf({ ...row, decidedAt: null })));
    return t('schoolBricks.historyChangedOn', { day: facts.day(first.from), rules });
  }
  const isLeft = history.some((row) => !ended.includes(row) && isOpenAfter(row, at));
  if (!isLeft) return t('schoolBricks.historyOff');
  // « arrêté pour CM1, jusqu’au 4 décembre » would read as a pause, and « à partir du 4 décembre » as a stop on that day.
  const rules = list.format(ended.map((row) => decidedRule({ ...row, decidedAt: null }, null, served, facts)));
  const [calledOff] = ended.filter(({ from, until }) => from.getTime() === until?.getTime());
  if (!calledOff || ended.length > 1) return t('schoolBricks.historyStopped', { rules });
  return t('schoolBricks.historyCalledOff', { day: facts.day(calledOff.from), rules });
}

/** Whether rules took the place of others while something was on. The past of `from` and `until` never changes. */
function isChange({ at, begun, ended }: Decision, history: readonly ActivationRow[]): boolean {
  const earlier = history.filter((row) => !begun.includes(row));
  const replaced = begun.some(({ replaces }) => earlier.some(({ id }) => id === replaces));
  const wasOn = earlier.some(({ from, until }) => from <= at && (until === null || (until >= at && until > from)));
  return wasOn && (replaced || ended.length > 0);
}

/** The end that was decided with a rule: the chosen one, or the first day of a rule that was to replace it from the start. */
function fixedEnd(row: ActivationRow, history: readonly ActivationRow[]): Date | null {
  const successors = history.filter(
    (other) => other.replaces === row.id && decidedAt(other).getTime() === decidedAt(row).getTime(),
  );
  return endOfRule(row.disabledBy === null ? row.until : row.chosenUntil, successors);
}

/** Whether a rule is open after an instant. A rule that was ended by then stays open until the rule that replaces it begins. */
function isOpenAfter(row: ActivationRow, instant: Date): boolean {
  const { from, decidedAt, endedAt } = row;
  if ((decidedAt ?? from).getTime() > instant.getTime()) return false;
  return (endedAt !== null && endedAt.getTime() > instant.getTime()) || isOpen(row, instant);
}
