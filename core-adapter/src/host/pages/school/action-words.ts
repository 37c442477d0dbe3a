// SPDX-License-Identifier: EUPL-1.2
import type { GroupWithCounts } from '../../domain/directory/group-list.js';
import type { OpenForm } from './open-form.js';
import type { SchoolFacts } from './school-facts.js';

/** Numbers of people. */
interface Counts {
  /** People with the brick after the choice. */
  readonly count: number;
  /** Of these, people that the other rules do not reach. */
  readonly added: number;
  readonly gaining: number;
  readonly losing: number;
}

/** The days of a choice. */
interface Days {
  /** The first day of a choice that begins later. */
  readonly later: Date | undefined;
  /** « 6 décembre », the last day of the brick by the choice: no other rule keeps it on. */
  readonly lastDay: string | undefined;
}

/** The label of the one filled button, with the day of a choice that begins later; undefined when there is nothing to do. */
export function actionWords(
  form: OpenForm,
  counts: Counts,
  { later, lastDay }: Days,
  facts: SchoolFacts,
): string | undefined {
  const action = undatedWords(form, counts, lastDay, facts);
  const isKept = lastDay !== undefined && counts.gaining + counts.losing === 0;
  if (action === undefined || later === undefined || isKept) return action;
  return facts.t('schoolBricks.actionOn', { action, day: facts.day(later) });
}

function undatedWords(
  form: OpenForm,
  counts: Counts,
  lastDay: string | undefined,
  facts: SchoolFacts,
): string | undefined {
  const { t } = facts;
  const { count, added } = counts;
  const { brickTitle: brick, rules, target, changed } = form;
  if (rules.length === 0) {
    return count === 0 ? t('schoolBricks.turnOnNobody', { brick }) : t('schoolBricks.turnOn', { brick, count });
  }
  if (!target) return added > 0 ? t('schoolBricks.addPeople', { count: added }) : t('schoolBricks.addNobody');
  if (!changed) return undefined;
  const only = onlyGroup(form, facts);
  if (only)
    return t(only.added ? 'schoolBricks.addGroup' : 'schoolBricks.dropGroup', { group: nameOf(only.group, facts) });
  return count === 0 ? t('schoolBricks.changeForNobody') : changeWords(counts, lastDay, facts);
}

/** Says for how many something changes, not how many have the brick. */
function changeWords({ gaining, losing }: Counts, lastDay: string | undefined, { t }: SchoolFacts): string {
  if (gaining + losing === 0)
    return lastDay === undefined ? t('schoolBricks.changeThis') : t('schoolBricks.keepUntil', { day: lastDay });
  if (gaining === 0) return t('schoolBricks.takeFrom', { count: losing });
  return losing === 0
    ? t('schoolBricks.addPeople', { count: gaining })
    : t('schoolBricks.changeFor', { count: gaining + losing });
}

/** The label of the button while classes are still to be ticked. */
export function waitingWords({ brickTitle: brick, rules, target }: OpenForm, { t }: SchoolFacts): string {
  if (rules.length === 0) return t('schoolBricks.turnOnNobody', { brick });
  return t(target ? 'schoolBricks.changeThis' : 'schoolBricks.add');
}

/** « Vous ajoutez la classe CE2 de Nadia Chevassu. » when that is all there is to it. */
export function sentenceWords(form: OpenForm, facts: SchoolFacts): string | undefined {
  const only = onlyGroup(form, facts);
  if (!only) return undefined;
  const { t, format } = facts;
  const { group } = only;
  const teachers = format.list(group.teachers);
  const whole =
    group.kind === 'class' && teachers
      ? t('schoolBricks.classOf', { group: group.name, teachers })
      : nameOf(group, facts);
  return t(only.added ? 'schoolBricks.addsGroup' : 'schoolBricks.dropsGroup', { group: whole });
}

/**
 * The class that was ticked or unticked, when nothing else but the first day was changed. With several rules that is not all there is
 * to it: others may reach the same people.
 */
function onlyGroup(
  { words, before, target, rules }: OpenForm,
  { groups }: SchoolFacts,
): { readonly group: GroupWithCounts; readonly added: boolean } | undefined {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((word) => other.includes(word));
  if (!target || rules.length > 1 || words.where !== 'groups' || before.where !== 'groups') return undefined;
  if (!same(words.profiles, before.profiles) || words.until !== before.until) return undefined;
  const added = words.groups.filter((id) => !before.groups.includes(id));
  const dropped = before.groups.filter((id) => !words.groups.includes(id));
  const [id] = added.concat(dropped);
  const group = added.length + dropped.length === 1 ? groups.find((one) => one.id === id) : undefined;
  return group && { group, added: added.length === 1 };
}

function nameOf({ kind, name }: GroupWithCounts, { t }: SchoolFacts): string {
  return t(kind === 'class' ? 'schoolBricks.class' : 'schoolBricks.group', { group: name });
}
