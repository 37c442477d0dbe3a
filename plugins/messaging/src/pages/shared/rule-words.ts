// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { MessagingKey, MessagingTexts, MessagingRequest } from '../../brick-types.js';
import type { Change } from '../../domain/policy/changes.js';
import type { StoredHours } from '../../domain/policy/decisions.js';
import type { Reach } from '../../domain/rules/policy.js';

export type RuleWords = Pick<MessagingRequest, 't' | 'format' | 'school' | 'clock'>;

/** The pairs for which a reach has words of its own. */
const REACH_KEYS: ReadonlyMap<string, MessagingKey> = new Map<string, MessagingKey>([
  ['pupil class pupil', 'reach.class'],
  ['pupil own guardian', 'reach.ownGuardians'],
  ['pupil teaches teacher', 'reach.teachesPupil'],
  ['guardian own pupil', 'reach.ownChild'],
  ['guardian class guardian', 'reach.classGuardian'],
  ['guardian teaches teacher', 'reach.teachesGuardian'],
  ['teacher teaches pupil', 'reach.taughtPupil'],
  ['teacher teaches guardian', 'reach.taughtPupil'],
]);

/** The degree to which a profile may write to another, in words: « qui lui fait classe ». */
export function reachWords(
  { from, to, reach }: { readonly from: Profile; readonly to: Profile; readonly reach: Reach },
  t: MessagingTexts,
): string {
  if (reach === 'no') return t('reach.no');
  if (reach === 'reply') return t('reach.reply');
  if (reach === 'school')
    return to === 'head' || (from === 'guardian' && to === 'staff') ? t('reach.yes') : t('reach.school');
  return t(REACH_KEYS.get(`${from} ${reach} ${to}`) ?? 'reach.school');
}

export function changeSentence(change: Change, words: RuleWords): string {
  const { t } = words;
  switch (change.what) {
    case 'reach': {
      const { from, to, before, after } = change;
      const reach = (one: Reach): string => reachWords({ from, to, reach: one }, t);
      const names = { from: t(`rules.from.${from}`), to: t(`rules.to.${to}`) };
      return t('change.reach', { ...names, before: reach(before), after: reach(after) });
    }
    case 'moderated':
      return t(change.after ? 'change.moderatedOn' : 'change.moderatedOff');
    case 'hours': {
      const key = change.audience === 'pupils' ? 'change.hoursPupils' : 'change.hoursFamilies';
      return t(key, { hours: hoursSentences(change.after, words).join(' ') });
    }
    case 'kept':
      return t('change.kept', { kept: t(`kept.${change.after}`) });
  }
}

/** Quiet hours in sentences: the night, the days, the holidays. */
export function hoursSentences({ from, to, days, dates }: StoredHours, words: RuleWords): string[] {
  const { t, format } = words;
  const sentences = [
    ...(from === to ? [] : [t('hours.night', { from: format.hour(from), to: format.hour(to) })]),
    ...(days.length === 0 ? [] : [t('hours.days', { days: format.list(days.map((day) => dayName(day, words))) })]),
    ...(dates.length === 0
      ? []
      : [t('hours.dates', { dates: format.list(dates.map((span) => spanWords(span, words))) })]),
  ];
  return sentences.length === 0 ? [t('hours.none')] : sentences;
}

const DAY_KEYS = [
  'hours.day1',
  'hours.day2',
  'hours.day3',
  'hours.day4',
  'hours.day5',
  'hours.day6',
  'hours.day7',
] as const;

/** In the middle of a sentence: French writes days without a capital, and English with one. */
function dayName(day: number, { t, format }: RuleWords): string {
  const name = t(DAY_KEYS[day - 1] ?? 'hours.day1');
  return format.language === 'fr' ? name.toLocaleLowerCase('fr') : name;
}

function spanWords({ from, to }: { readonly from: string; readonly to: string }, { t, format }: RuleWords): string {
  const { day } = format;
  return from === to ? t('hours.oneDay', { day: day(from) }) : t('hours.span', { from: day(from), to: day(to) });
}
