// SPDX-License-Identifier: EUPL-1.2
import { DEFAULT_TIME_ZONE } from '../host/domain/directory/default-time-zone.js';
import { dayOf, timeOf } from '../api/day.js';
import type { FoundPerson } from '../host/domain/directory/find-persons.js';
import type { BrickStanding } from '../host/app/person-card/brick-standing.js';
import type { LoginStanding } from '../host/app/person-card/login-standing.js';
import type { PersonCard, SchoolOnCard } from '../host/app/person-card/person-card.js';
import { ruleWords, type RuleContext } from './commands/rule-words.js';
import { withRemedy } from '../host/infra/util/error-text.js';

/** The data for describing the rules of a school, by UAI. */
type Contexts = ReadonlyMap<string, RuleContext>;

/** A person as text, for administrators who look for the reason why the person cannot log in. */
export function personLines(card: PersonCard, contexts: Contexts): string[] {
  const timeZone = card.schools[0]?.school.timeZone ?? DEFAULT_TIME_ZONE;
  const day = (instant: Date): string => dayOf(instant, timeZone);
  return [
    `${card.displayName} (${card.id})${card.administersPlatform ? ', administrator of the platform' : ''}`,
    `  login: ${loginWords(card.login)}${card.disabledAt ? `, since ${day(card.disabledAt)}` : ''}`,
    `  last login: ${card.lastLogin ? minuteOf(card.lastLogin, timeZone) : 'unknown'}`,
    ...card.sources.map(
      ({ name, key, login, leftAt }) =>
        `  source ${name}: key ${key ?? '(not shown)'}, ${leftAt ? `left ${day(leftAt)}` : `login ${login ?? 'none'}`}`,
    ),
    ...card.schools.flatMap((one) => schoolLines(one, contexts.get(one.school.uai))),
    ...card.tokens.map(
      ({ name, brickIds, lastUsedAt, endsAt }) =>
        `  token "${name}": ${brickIds.join(', ')}; ${lastUsedAt ? `last used ${day(lastUsedAt)}` : 'never used'}` +
        (endsAt ? `; ends ${day(new Date(endsAt.getTime() - 1))}` : ''),
    ),
    ...card.homonyms.map(({ other, url }) => `  open question: is this the same person as ${other}? ${url}`),
  ];
}

const LOGIN_WORDS: Readonly<Record<Exclude<LoginStanding['state'], 'open' | 'unknownToSso'>, string>> = {
  noSso: 'closed: no brick of the settings logs people in',
  left: 'closed: no directory names this person any more',
  noSchool: 'closed: this person has no profile in any school',
};

function loginWords({ state, login, source }: LoginStanding): string {
  if (state === 'open') return `open, as ${login ?? ''}`;
  if (state === 'unknownToSso')
    return `closed: the SSO uses the logins of ${source ?? ''}, which does not name this person`;
  return LOGIN_WORDS[state];
}

function schoolLines({ school, profiles, groups, bricks }: SchoolOnCard, context: RuleContext | undefined): string[] {
  const places = groups.map(({ name, as }) => `${name} (${as})`).join(', ');
  return [
    `  ${school.uai} ${school.name}: ${profiles.join(', ')}; ${places || 'no class'}`,
    ...bricks.map((brick) => `    ${brick.id}: ${standingWords(brick, context)}`),
  ];
}

function standingWords({ state, rules, cause = '', remedy }: BrickStanding, context: RuleContext | undefined): string {
  const ruleTexts = context ? rules.map((rule) => ruleWords(rule, context)).join('; ') : '';
  const words: Readonly<Record<BrickStanding['state'], string>> = {
    on: `on: ${ruleTexts}`,
    off: 'off: it is not switched on in this school',
    later: `not yet: ${ruleTexts}`,
    others: `off for this person; it is on for others: ${ruleTexts}`,
    noPermission: `on, but without effect: this person has none of its permissions (${ruleTexts})`,
    failed: `on, but not running: ${withRemedy(cause, remedy)}`,
    missing: `off: the settings do not name this brick (${ruleTexts})`,
  };
  return words[state];
}

/** One search result, as one line. */
export function foundLine({ id, displayName, logins, disabledAt, schools }: FoundPerson): string {
  const places = schools.map(({ uai, name, profiles, classes }) =>
    [`${profiles.join(', ')} in ${uai} ${name}`, ...classes].join(', '),
  );
  const where = disabledAt ? `left on ${dayOf(disabledAt, DEFAULT_TIME_ZONE)}` : places.join('; ') || 'in no school';
  return `${logins.join(', ') || `(no login; id ${id})`}  ${displayName}: ${where}`;
}

/** `2026-11-24 10:12` */
function minuteOf(instant: Date, timeZone: string): string {
  return `${dayOf(instant, timeZone)} ${timeOf(instant, timeZone)}`;
}
