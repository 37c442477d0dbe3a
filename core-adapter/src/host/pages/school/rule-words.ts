// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import { inForce, isRestrictedByGroups, type Activation } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { GROUP_PROFILES } from '../../domain/directory/group-profiles.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { SchoolFacts } from './school-facts.js';

/** The maximum number of names in a line: longer lists are not read. */
const MOST_NAMES = 4;

type Rule = Pick<Activation, 'profiles' | 'groupIds' | 'from' | 'until'>;
type DecidedRule = Omit<Rule, 'until'> & Pick<ActivationRow, 'decidedAt'>;

/**
 * « Toute l’école, 8 classes », « Équipe enseignante, 3 classes : CM1, CM1-CM2, CM2 »: the rules in force, else those to come. Undefined
 * without a rule.
 */
export function shortRules(rules: readonly Rule[], served: readonly Profile[], facts: SchoolFacts): string | undefined {
  const { t, now } = facts;
  const current = rules.filter((rule) => inForce(rule, now));
  const [first, second, ...others] = (current.length > 0 ? current : rules).map((rule) =>
    shortRule(rule, served, facts),
  );
  if (first === undefined) return undefined;
  if (second === undefined) return capitalised(first);
  return capitalised(t(others.length === 0 ? 'schoolBricks.twoRules' : 'schoolBricks.moreRules', { first, second }));
}

function shortRule(rule: Rule, served: readonly Profile[], facts: SchoolFacts): string {
  const { t, groups } = facts;
  const classes = groups.filter(({ kind }) => kind === 'class').length;
  const isWhole = rule.groupIds.length === 0 && classes > 0 && peopleOf(rule, served, facts) === undefined;
  return isWhole ? t('schoolBricks.wholeWithClasses', { count: classes }) : whomOf(rule, served, facts);
}

/** « équipe enseignante, 1 classe : CM1, avec la direction »: groups do not restrict heads and staff. */
function whomOf(rule: Rule, served: readonly Profile[], facts: SchoolFacts): string {
  const { t } = facts;
  const people = peopleOf(rule, served, facts);
  const place = isForGroups(rule) ? placeOf(rule, facts) : t('schoolBricks.whole');
  return withAlways(people === undefined ? place : t('schoolBricks.peopleAt', { people, place }), rule, served, facts);
}

function withAlways(whom: string, rule: Rule, served: readonly Profile[], { t, format }: SchoolFacts): string {
  const always = alwaysOf(rule, served);
  if (always.length === 0) return whom;
  return t('schoolBricks.withAlways', {
    rule: whom,
    people: format.list(always.map((one) => t(`schoolBricks.always.${one}`))),
  });
}

/** Heads and staff of a rule for groups: they have the brick whatever the groups. */
export function alwaysOf(rule: Pick<Rule, 'profiles' | 'groupIds'>, served: readonly Profile[]): ('head' | 'staff')[] {
  if (!isForGroups(rule)) return [];
  return (['head', 'staff'] as const).filter(
    (profile) => served.includes(profile) && (rule.profiles.length === 0 || rule.profiles.includes(profile)),
  );
}

function isForGroups(rule: Pick<Rule, 'profiles' | 'groupIds'>): boolean {
  return rule.groupIds.length > 0 && isRestrictedByGroups(rule);
}

/** The gap in milliseconds below which a rule that was ended and decided again goes on for its reader. */
const MISTAKE = 86_400_000;

/** The first day of a rule: of one that a mistake switched off, the day before the mistake. */
function startOf(rule: Pick<Rule, 'profiles' | 'groupIds' | 'from'>, history: SchoolFacts['history']): Date {
  const reach = ({ profiles, groupIds }: Pick<Rule, 'profiles' | 'groupIds'>): string =>
    [...profiles, '', ...groupIds].join(' ');
  const earlier = history.find(({ from, until, ...row }) => {
    if (until === null || from >= until || until > rule.from) return false;
    return rule.from.getTime() - until.getTime() < MISTAKE && reach(row) === reach(rule);
  });
  return earlier ? startOf({ ...rule, from: earlier.from }, history) : rule.from;
}

/** « Équipe enseignante, toute l’école, depuis le 1er septembre, jusqu’au 3 juillet » */
export function ruleLine(rule: Rule, served: readonly Profile[], facts: SchoolFacts): string {
  const { t, day, now, history } = facts;
  const whom = whomOf(rule, served, facts);
  const since = t(rule.from.getTime() <= now.getTime() ? 'schoolBricks.since' : 'schoolBricks.starting', {
    rule: whom,
    day: day(startOf(rule, history)),
  });
  return capitalised(withEnd(since, rule.until, facts));
}

/** As `ruleLine`, without the heads and staff who have the brick whatever the groups. */
export function placeLine(rule: Rule, served: readonly Profile[], facts: SchoolFacts): string {
  const isAlways = (profile: Profile): boolean => alwaysOf(rule, served).some((one) => one === profile);
  const named = rule.profiles.length === 0 ? served : rule.profiles;
  const profiles = named.filter((profile) => !isAlways(profile));
  return ruleLine({ ...rule, from: startOf(rule, facts.history), profiles }, served, facts);
}

/** « CE2 et CM2 »: the classes of this year that a rule leaves out; undefined without any. */
export function leftOutClasses(rule: Rule, facts: SchoolFacts): string | undefined {
  if (!isForGroups(rule)) return undefined;
  const classes = facts.groups.filter(({ id, kind }) => kind === 'class' && !rule.groupIds.includes(id));
  const names = classes.map(({ name }) => name);
  const rest = facts.t('schoolBricks.otherClasses', { count: names.length - MOST_NAMES });
  if (names.length === 0) return undefined;
  return facts.format.list(names.length > MOST_NAMES + 1 ? [...names.slice(0, MOST_NAMES), rest] : names);
}

/** « CM1 et CM2 (équipe enseignante, élèves), à partir du 4 janvier »: the rule as it was decided. */
export function decidedRule(
  row: DecidedRule,
  until: Date | null,
  served: readonly Profile[],
  facts: SchoolFacts,
): string {
  const { t, day } = facts;
  const people = peopleOf(row, served, facts);
  const names = isForGroups(row) ? facts.format.list(groupNames(row, facts)) : t('schoolBricks.whole');
  const named = people === undefined ? names : t('schoolBricks.peopleIn', { people, place: names });
  const whom = withAlways(named, { ...row, until }, served, facts);
  const later = row.decidedAt !== null && row.decidedAt.getTime() < row.from.getTime();
  const rule = later ? t('schoolBricks.starting', { rule: whom, day: day(row.from) }) : whom;
  // Ending a rule overwrites the end that was decided first.
  return withEnd(rule, until, facts);
}

/** A hint for a rule with a class that has ended or is not of this school year: it reaches the people who had it. */
export function goneGroups(rule: Rule, facts: SchoolFacts): string | undefined {
  const gone = rule.groupIds.filter((id) => !isThere(id, facts));
  if (gone.length === 0) return undefined;
  const names = groupNames({ groupIds: gone }, facts);
  const key = gone.length === rule.groupIds.length ? 'schoolBricks.gone' : 'schoolBricks.goneToo';
  return capitalised(facts.t(key, { count: names.length, groups: facts.format.list(names) }));
}

function withEnd(rule: string, until: Date | null, { t, day }: SchoolFacts): string {
  return until === null ? rule : t('schoolBricks.ending', { rule, day: day(new Date(until.getTime() - 1)) });
}

/** Undefined when the rule names every profile that it could: those that the brick serves, or for a rule of groups those that groups restrict. */
function peopleOf(
  rule: Pick<Rule, 'profiles' | 'groupIds'>,
  served: readonly Profile[],
  facts: SchoolFacts,
): string | undefined {
  const { profiles } = rule;
  const isCounted = (profile: Profile): boolean => !isForGroups(rule) || GROUP_PROFILES.includes(profile);
  const all = served.filter(isCounted);
  const isEverybody = profiles.length === 0 || all.every((profile) => profiles.includes(profile));
  if (isEverybody && GROUP_PROFILES.every((profile) => served.includes(profile))) return undefined;
  const named = isEverybody ? all : profiles.filter(isCounted);
  const names = PROFILES.filter((profile) => named.includes(profile));
  if (names.length === 0) return undefined;
  return facts.format.list(names.map((profile) => facts.t(`schoolBricks.reach.${profile}`)));
}

function placeOf(rule: Pick<Rule, 'groupIds'>, facts: SchoolFacts): string {
  const { t, groups } = facts;
  if (rule.groupIds.length === 0) return t('schoolBricks.whole');
  const there = rule.groupIds.filter((id) => isThere(id, facts));
  const groupIds = there.length > 0 ? there : rule.groupIds;
  const count = groupIds.length;
  const others = groups.filter(({ id, kind }) => kind !== 'class' && rule.groupIds.includes(id));
  const names = groupNames({ groupIds }, facts);
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : names;
  const key = others.length === 0 ? 'schoolBricks.someClasses' : 'schoolBricks.someGroups';
  return t(key, { count, groups: shown.join(', ') });
}

function isThere(groupId: string, { groups }: SchoolFacts): boolean {
  return groups.some(({ id }) => id === groupId);
}

/** In the order of the school's groups; groups that left come last. Classes of two years with one name are named once. */
function groupNames({ groupIds }: Pick<Rule, 'groupIds'>, { groups, groupNames: names, t }: SchoolFacts): string[] {
  const there = groups.filter(({ id }) => groupIds.includes(id));
  const gone = groupIds.filter((id) => !groups.some((group) => group.id === id));
  const left = gone.map((id) => names.get(id) ?? t('schoolBricks.goneName'));
  return [...new Set([...there.map(({ name }) => name), ...left])];
}
