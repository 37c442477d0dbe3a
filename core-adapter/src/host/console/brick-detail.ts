// SPDX-License-Identifier: EUPL-1.2
import { inForce } from '../activation/activation-rule.js';
import { rulesVersion } from '../activation/rules-version.js';
import { servedProfiles } from '../activation/served-profiles.js';
import type { HostContext } from '../host-context.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import { capitalised } from '../views/capitalised.js';
import type { BrickState, RuleLine, SchoolBrick, SchoolBrickDetail } from '../views/school-bricks.model.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../web/send-page.js';
import { askWhenOff } from './ask-when-off.js';
import { changesOf, type Change } from './history-lines.js';
import type { Asked, OpenForm } from './open-form.js';
import { presentForm } from './present-form.js';
import { goneGroups, ruleLine, shortRules } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** Why the page comes back instead of doing what was asked. */
export type Comeback = 'faster' | 'covered' | 'retold';

/** A line of the list. */
export function presentBrick(brick: LoadedBrick, facts: SchoolFacts): SchoolBrick {
  const { language, listUrl } = facts;
  return {
    id: brick.id,
    title: brickText(brick, 'title', language, false),
    summary: brickText(brick, 'summary', language, false),
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
    state: stateOf(brick, facts),
    forWhom: shortRules(facts.rules.get(brick.id) ?? [], servedProfiles(brick), facts),
    url: `${listUrl}?brick=${brick.id}`,
  };
}

function stateOf(brick: LoadedBrick, { rules, now, day }: SchoolFacts): BrickState {
  if (brick.state === 'failed') return { kind: 'failed' };
  const [first, ...others] = rules.get(brick.id) ?? [];
  if (!first) return { kind: 'off' };
  const isOn = [first, ...others].some((rule) => inForce(rule, now));
  return isOn ? { kind: 'on' } : { kind: 'later', day: day(first.from) };
}

/** The card of a brick. */
export async function brickDetail(
  context: HostContext,
  brick: LoadedBrick,
  facts: SchoolFacts,
  { asked, form, comeback }: { asked: Asked; form: OpenForm | undefined; comeback: Comeback | undefined },
): Promise<SchoolBrickDetail> {
  const { school, listUrl } = facts;
  const rules = facts.rules.get(brick.id) ?? [];
  const served = servedProfiles(brick);
  const [only, ...others] = rules;
  const single = only && others.length === 0 && form?.target === only ? only : undefined;
  const changes = changesOf(served, facts);
  const names = await context.directory.names(
    school.uai,
    changes.map(({ by }) => by),
  );
  const open = asked.rule === '' && asked.words === undefined;
  const off = rules.length > 0 ? { open, hangs: await askWhenOff(context, brick, facts) } : undefined;
  return {
    brick: presentBrick(brick, facts),
    now: single && ruleLine(single, served, facts),
    actionUrl: `${listUrl}/${brick.id}`,
    seen: rulesVersion(rules),
    warning: comeback && warningOf(comeback, changes[0], names, facts),
    rules: single ? [] : rules.map((rule) => presentRule(rule, brick, form, facts)),
    peopleUrl: form ? undefined : `${listUrl}/${brick.id}/people`,
    form: form && (await presentForm(context.directory, form, facts)),
    addUrl: canAdd(rules, form) ? `${listUrl}?brick=${brick.id}&rule=new` : undefined,
    off,
    history: changes.map((change) => historyLine(change, names, facts)),
  };
}

type Names = ReadonlyMap<string, string>;
type Rules = NonNullable<ReturnType<SchoolFacts['rules']['get']>>;

function presentRule(
  rule: Rules[number],
  brick: LoadedBrick,
  form: OpenForm | undefined,
  facts: SchoolFacts,
): RuleLine {
  return {
    id: rule.id,
    words: ruleLine(rule, servedProfiles(brick), facts),
    gone: goneGroups(rule, facts),
    changeUrl: `${facts.listUrl}?brick=${brick.id}&rule=${rule.id}`,
    current: form?.target === rule,
  };
}

/** Not beside a rule for everybody without an end: there is nobody left to add. */
function canAdd(rules: Rules, form: OpenForm | undefined): boolean {
  if (rules.length === 0 || (form && !form.target)) return false;
  return !rules.some(({ profiles, groupIds, until }) => profiles.length + groupIds.length === 0 && until === null);
}

function warningOf(comeback: Comeback, last: Change | undefined, names: Names, facts: SchoolFacts): string {
  const { t, format } = facts;
  if (comeback !== 'faster') return t(`schoolBricks.${comeback}`);
  if (!last) return t('schoolBricks.moved');
  return t('schoolBricks.faster', {
    name: nameOf(last, names, facts),
    moment: format.moment(last.at),
    what: last.what,
  });
}

function historyLine(change: Change, names: Names, facts: SchoolFacts): string {
  const { t, day } = facts;
  const { what, at } = change;
  return capitalised(
    t('schoolBricks.historyLine', { date: momentOrDay(at, facts, day), name: nameOf(change, names, facts), what }),
  );
}

/** « 1er septembre »; with the hour on the day itself and the day after. */
function momentOrDay(at: Date, { format }: SchoolFacts, day: (instant: Date) => string): string {
  const moment = format.moment(at);
  return /\d\u00a0h\u00a0\d|\d:\d/.test(moment) ? moment : day(at);
}

/** Whoever is nobody in the school: the command line, an administrator of the platform. */
function nameOf({ by }: Change, names: Names, { t }: SchoolFacts): string {
  return names.get(by) ?? t('schoolBricks.administration');
}
