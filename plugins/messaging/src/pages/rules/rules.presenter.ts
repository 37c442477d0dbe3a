// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '@volee/core-adapter';
import type { MessagingRequest, MessagingTexts } from '../../brick-types.js';
import { PAUSE_END_PATH, PAUSE_PATH, REPORTS_PATH, RULES_CHANGE_PATH, RULES_PATH } from '../../paths.js';
import { linePath, partPath, RULES_PARTS, type RulesPart } from './rules-parts.js';
import type { SchoolRules } from './read-rules.js';
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import type { BoxHead } from '../shared/box-tabs.js';
import { presentExamples } from './examples.presenter.js';
import { presentForm, type OpenForm } from './rule-form.presenter.js';
import { presentHistory } from './history.presenter.js';
import { nameOf, presentPauseForm, presentRunning, type OpenPause } from './pause.presenter.js';
import { hoursSentences, reachWords, type RuleWords } from '../shared/rule-words.js';
import type { RulesModel, RuleCell, RuleRow } from './rules.model.js';
import type { Decisions } from '../../domain/policy/decisions.js';

const PART_ICONS: Readonly<Record<RulesPart, string>> = {
  pause: 'pause-circle-fill',
  whom: 'people-fill',
  hours: 'moon-stars-fill',
};

const ADULTS = ['teacher', 'head', 'staff'] as const;

type RulesReader = Pick<MessagingRequest, 't' | 'format' | 'school' | 'url' | 'clock'>;

export interface Opened {
  readonly part: RulesPart;
  /** Whether the address is that of the list, which a phone shows alone. */
  readonly isList?: boolean;
  readonly form?: OpenForm | undefined;
  readonly pause?: OpenPause | undefined;
}

export function presentRules(rules: SchoolRules, opened: Opened, head: BoxHead, reader: RulesReader): RulesModel {
  const { t, format, school, url, clock } = reader;
  const words = { t, format, school, clock, now: clock.now() };
  const { inForce, pauses } = rules;
  const { decidedAt } = inForce;
  const pauseUrl = url(PAUSE_PATH);
  const lineUrl = (line: RuleLine): string => url(linePath(line));
  const urls = {
    endUrl: url(PAUSE_END_PATH),
    changeUrl: (profile: string) => `${pauseUrl}?line=pause&profile=${profile}#pause`,
  };
  return {
    ...head,
    part: opened.part,
    isList: opened.isList === true,
    listUrl: url(RULES_PATH),
    parts: presentParts(rules, opened.part, { ...words, url }),
    running: pauses.map((pause) => presentRunning(pause, rules, { ...words, ...urls })),
    reports: { count: rules.openReports, url: url(REPORTS_PATH) },
    decided: decidedAt
      ? t('rules.decided', { who: nameOf(inForce.decidedBy, rules, words), when: format.moment(decidedAt) })
      : t('rules.never'),
    rows: presentTable(inForce, { t, lineUrl }),
    moderation: presentModeration(rules, { t, school, changeUrl: lineUrl('moderation') }),
    rails: [
      t('rail.class'),
      t('rail.moderated'),
      t('rail.own'),
      t('rail.guardians'),
      t('rail.school'),
      t('rail.adults'),
    ],
    quiet: (['pupils', 'families'] as const).map((audience) => ({
      title: t(audience === 'pupils' ? 'rules.quietPupils' : 'rules.quietFamilies'),
      text: '',
      sentences: hoursSentences(inForce.quietHours[audience], words),
      changeUrl: lineUrl(`hours-${audience}`),
    })),
    examples: presentSchoolExamples(rules, words),
    kept: { title: t('rules.kept'), text: t(`kept.${inForce.keptFor}`), changeUrl: lineUrl('kept') },
    form:
      opened.form &&
      presentForm(opened.form, rules, {
        ...words,
        postUrl: url(RULES_CHANGE_PATH),
        pageUrl: url(partPath(opened.part)),
      }),
    pauseForm: presentPauseForm(opened.pause, rules, { ...words, postUrl: pauseUrl }),
    history: presentHistory(rules, words),
  };
}

function presentParts(
  { inForce, pauses, openReports }: SchoolRules,
  current: RulesPart,
  { t, url, ...words }: RuleWords & Pick<RulesReader, 'url'>,
): RulesModel['parts'] {
  const pausesText = pauses.length === 0 ? t('rules.calm') : t('rules.paused', { count: pauses.length });
  const reports = openReports === 0 ? [] : [t('rules.reportsCount', { count: openReports })];
  const details: Readonly<Record<RulesPart, string>> = {
    pause: [pausesText, ...reports].join(', '),
    whom: t(inForce.moderated ? 'rules.pupilsHeld' : 'rules.pupilsFree'),
    hours: hoursSentences(inForce.quietHours.families, { ...words, t })[0] ?? '',
  };
  return RULES_PARTS.map((part) => ({
    title: t(`rules.part.${part}`),
    detail: details[part],
    icon: PART_ICONS[part],
    url: url(partPath(part)),
    isCurrent: part === current,
  }));
}

function presentModeration(
  { inForce }: SchoolRules,
  { t, school, changeUrl }: Pick<RulesReader, 't' | 'school'> & { readonly changeUrl: string },
): RulesModel['moderation'] {
  const isLocked = school.kind !== 'college';
  const sentence = t(inForce.moderated ? 'rules.moderated' : 'rules.notModerated');
  return {
    title: t('rules.moderation'),
    text: isLocked ? `${sentence} ${t('rules.moderationLocked')}` : sentence,
    icon: isLocked ? 'lock-fill' : inForce.moderated ? 'hourglass-split' : 'unlock-fill',
    changeUrl: isLocked ? undefined : changeUrl,
  };
}

/** The examples, once if pupils and families have the same hours. */
function presentSchoolExamples(
  { inForce: { quietHours } }: SchoolRules,
  words: Parameters<typeof presentExamples>[3] & { readonly now: Date },
): string[] {
  const areAlike = JSON.stringify(quietHours.pupils) === JSON.stringify(quietHours.families);
  return [
    ...presentExamples(quietHours.families, 'families', words.now, words),
    ...(areAlike ? [] : presentExamples(quietHours.pupils, 'pupils', words.now, words)),
    words.t('example.urgent'),
  ];
}

/** The table, with one line for all adults of the school while they may write to the same people. */
function presentTable(
  decisions: Decisions,
  { t, lineUrl }: { readonly t: MessagingTexts; readonly lineUrl: (line: RuleLine) => string },
): RuleRow[] {
  const row = (id: string, from: Profile, label: string, line: RuleLine | undefined): RuleRow => ({
    id,
    line,
    label,
    cells: PROFILES.map((to) => presentCell(from, to, decisions, t)),
    changeUrl: line && lineUrl(line),
  });
  const [first, ...others] = ADULTS.map((from) => JSON.stringify(decisions.rules[from]));
  const areAlike = others.every((one) => one === first);
  return [
    row('pupil', 'pupil', t('rules.from.pupil'), 'pupil'),
    row('guardian', 'guardian', t('rules.from.guardian'), 'guardian'),
    ...(areAlike
      ? [row('adults', 'teacher', t('rules.from.adults'), 'adults')]
      : ADULTS.map((from) => row(from, from, t(`rules.from.${from}`), from === 'head' ? undefined : 'adults'))),
  ];
}

function presentCell(from: Profile, to: Profile, { rules, moderated }: Decisions, t: MessagingTexts): RuleCell {
  const reach = rules[from][to];
  const isHeld = from === 'pupil' && to === 'pupil' && reach === 'class' && moderated;
  const text = isHeld ? t('reach.classHeld') : reachWords({ from, to, reach }, t);
  const look = isHeld ? 'held' : reach === 'no' || reach === 'reply' ? reach : 'yes';
  return { to: t(`rules.to.${to}`), text, look };
}
