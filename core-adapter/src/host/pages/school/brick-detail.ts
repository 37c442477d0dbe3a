// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '../../../api/school-directory.js';
import { inForce } from '../../domain/activation/activation-rule.js';
import { rulesVersion } from '../../domain/activation/rules-version.js';
import { servedProfiles } from '../../domain/activation/served-profiles.js';
import type { HostContext } from '../../context/host-context.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { personalDataWords } from '../../domain/personal-data/personal-data-words.js';
import { once } from '../../infra/util/once.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import type { BrickState, SchoolBrick, SchoolBrickDetail, SwitchOnAgain } from './school-bricks.model.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../../http/send-page.js';
import { readStoredDataSummary } from './read-stored-data-summary.js';
import type { HostKey } from '../../infra/locales/index.js';
import { comingChange } from './coming-change.js';
import { changesOf, type Change } from './history-lines.js';
import type { Asked, OpenForm } from './open-form.js';
import { presentForm } from './present-form.js';
import { presentState } from './present-state.js';
import { presentRules } from './present-rules.js';
import { ruleLine, shortRules, decidedRule } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';
import { endOfRule } from '../../domain/activation/end-of-rule.js';
import { lastDecision, type LastDecision } from '../../domain/activation/last-decision.js';
import { lastRules } from '../../domain/activation/last-rules.js';
import type { Directory } from '../../domain/directory/directory.js';
import { reachCounter } from './proposed-rules.js';

/** Why the page is shown again instead of the change being made. */
export type ReshowReason = 'changedByOther' | 'rulesChanged' | 'alreadyCovered' | 'noChange' | 'effectOutdated';

const WARNINGS: Readonly<Record<Exclude<ReshowReason, 'changedByOther'>, HostKey>> = {
  rulesChanged: 'schoolBricks.moved',
  alreadyCovered: 'schoolBricks.covered',
  noChange: 'schoolBricks.unchanged',
  effectOutdated: 'schoolBricks.retold',
};

/** Lines of the history before the link to the whole history. */
const LINES = 50;

/** A line of the list. */
export function presentSchoolBrick(brick: LoadedBrick, facts: SchoolFacts): SchoolBrick {
  const { language, listUrl } = facts;
  const rules = facts.rules.get(brick.id) ?? [];
  const served = servedProfiles(brick);
  const { lastDay, then } = comingChange(rules, served, facts);
  return {
    id: brick.id,
    title: brickText(brick, 'title', language, false),
    summary: brickText(brick, 'summary', language, false),
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
    state: stateOf(brick, lastDay, facts),
    forWhom: shortRules(rules, served, facts),
    then,
    url: `${listUrl}?brick=${brick.id}`,
  };
}

function stateOf(brick: LoadedBrick, lastDay: string | undefined, { rules, now, day }: SchoolFacts): BrickState {
  if (brick.state === 'failed') return { kind: 'failed' };
  const [first, ...others] = rules.get(brick.id) ?? [];
  if (!first) return { kind: 'off' };
  const isOn = [first, ...others].some((rule) => inForce(rule, now));
  return isOn ? { kind: 'on', lastDay } : { kind: 'later', day: day(first.from) };
}

/** The card of a brick. */
export async function brickDetail(
  context: Pick<HostContext, 'database' | 'directory' | 'limits' | 'log' | 'storage'>,
  brick: LoadedBrick,
  facts: SchoolFacts,
  { asked, form: known, reason }: { asked: Asked; form: OpenForm | undefined; reason: ReshowReason | undefined },
): Promise<SchoolBrickDetail> {
  const { school, listUrl } = facts;
  const rules = facts.rules.get(brick.id) ?? [];
  const served = servedProfiles(brick);
  // While nothing is asked about a brick that is on, its state stands in the place of the form.
  const form = rules.length > 0 && asked.rule === '' && asked.words === undefined ? undefined : known;
  const [only, ...others] = rules;
  const single = only && others.length === 0 && (!form || form.target === only) ? only : undefined;
  const changes = changesOf(served, facts, asked.part === 'history' ? undefined : LINES + 1);
  const shown = asked.part === 'history' ? changes : changes.slice(0, LINES);
  const authors = await context.directory.inSchool(school).persons(changes.map(({ by }) => by));
  const again = form && (await presentFormerRules(context.directory, brick, facts));
  const open = asked.rule === '' && asked.words === undefined;
  // Whether a rule can be added. Beside a rule for everybody without an end, another one would add nobody.
  const isWhole = asked.part !== 'effect';
  const count = reachCounter(context.directory, school, served);
  const describe = once(() => readStoredDataSummary(context, brick, facts));
  const hangs = isWhole && rules.length > 0 ? await describe() : [];
  return {
    brick: presentSchoolBrick(brick, facts),
    now: single && form ? ruleLine(single, served, facts) : undefined,
    state:
      single && known && !form
        ? await presentState(count, { brickId: brick.id, rule: single, served }, facts)
        : undefined,
    canUndo: rules.length > 0 && isChange(lastDecision(facts.history, facts.now)),
    actionUrl: `${listUrl}/${brick.id}`,
    seen: rulesVersion(rules),
    warning: reason && warningOf(reason, changes[0], authors, facts),
    rules: single || !isWhole ? [] : await presentRules(context.directory, brick, form, facts),
    peopleUrl: form || rules.length === 0 ? undefined : `${listUrl}/${brick.id}/people`,
    again,
    form: form && (await presentForm(context.directory, form, facts, { again: again !== undefined, describe })),
    addUrl: canAdd(rules, form, facts) ? `${listUrl}?brick=${brick.id}&rule=new` : undefined,
    off: rules.length > 0 ? { open, hangs, action: isWhole ? await offAction(brick, count, facts) : '' } : undefined,
    term: personalDataWords(brick.manifest, facts.language)['retention'],
    history: shown.map((change) => historyLine(change, authors, facts)),
    historyUrl: changes.length > shown.length ? `${listUrl}?brick=${brick.id}&part=history` : undefined,
  };
}

/** Whether a decision took the place of another: the first switching on is taken back by switching off. */
function isChange(decision: LastDecision | undefined): boolean {
  return (
    decision !== undefined && (decision.ended.length > 0 || decision.begun.some(({ replaces }) => replaces !== null))
  );
}

/** « Éteindre Fichiers pour 74 personnes » */
async function offAction(
  brick: LoadedBrick,
  reach: ReturnType<typeof reachCounter>,
  { rules, now, language, t }: SchoolFacts,
): Promise<string> {
  const current = (rules.get(brick.id) ?? []).filter((rule) => inForce(rule, now));
  const { persons: count } = current.length > 0 ? await reach(current) : { persons: 0 };
  const words = { brick: brickText(brick, 'title', language, false), count };
  return t(count === 0 ? 'schoolBricks.turnOffNobody' : 'schoolBricks.turnOff', words);
}

type Authors = ReadonlyMap<string, Member>;
type Rules = NonNullable<ReturnType<SchoolFacts['rules']['get']>>;

/** Not beside a rule for everybody without an end: another rule would add no one. */
function canAdd(rules: Rules, form: OpenForm | undefined, { now }: SchoolFacts): boolean {
  if (rules.length === 0 || (form && !form.target)) return false;
  const isForAll = ({ profiles, groupIds, until }: Rules[number]): boolean =>
    profiles.length + groupIds.length === 0 && until === null;
  return !rules.some((rule) => isForAll(rule) && inForce(rule, now));
}

function warningOf(reason: ReshowReason, last: Change | undefined, authors: Authors, facts: SchoolFacts): string {
  const { t, format } = facts;
  if (reason !== 'changedByOther') return t(WARNINGS[reason]);
  if (!last) return t(WARNINGS.rulesChanged);
  return t('schoolBricks.faster', {
    name: nameOf(last, authors, facts),
    moment: format.past(last.at),
    what: last.what,
  });
}

function historyLine(change: Change, authors: Authors, facts: SchoolFacts): string {
  const { what, at } = change;
  const date = facts.format.moment(at);
  return capitalised(facts.t('schoolBricks.historyLine', { date, name: nameOf(change, authors, facts), what }));
}

/** The name of the author of a change; a generic one for the command line and administrators of the platform. */
function nameOf({ by }: Change, authors: Authors, { t }: SchoolFacts): string {
  return authors.get(by)?.displayName ?? t('schoolBricks.administration');
}

/** The rules that were on before the brick was switched off, and how many people they reach; undefined without any. */
async function presentFormerRules(
  directory: Directory,
  brick: LoadedBrick,
  facts: SchoolFacts,
): Promise<SwitchOnAgain | undefined> {
  const { t, number, school, groups, history, now } = facts;
  const groupIds = groups.map(({ id }) => id);
  const rules = lastRules(history, groupIds, now);
  if (rules.length === 0) return undefined;
  const served = servedProfiles(brick);
  const current = rules.filter((rule) => inForce(rule, now));
  const { persons: count } = await reachCounter(directory, school, served)(current.length > 0 ? current : rules);
  return {
    rules: rules.map((rule) => {
      const successors = rules.filter(({ replaces }) => replaces === rule.id);
      const until = endOfRule(rule.until, successors);
      return capitalised(decidedRule({ ...rule, decidedAt: now }, until, served, facts));
    }),
    figure: { value: number(count), label: t('schoolBricks.persons', { count }) },
    action: t('schoolBricks.turnOnAgain', { count }),
  };
}
