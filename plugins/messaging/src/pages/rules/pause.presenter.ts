// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '@volee/core-adapter/ui';
import { addDays, dayOf, mondayOf, timeOf, type Profile } from '@volee/core-adapter';
import type { SchoolRules } from './read-rules.js';
import { pauseEnds } from '../../domain/policy/pause-ends.js';
import { untilOf } from '../../domain/policy/until-of.js';
import { covers } from '../../domain/policy/running-pauses.js';
import type { Problem } from '../../domain/policy/hours.input.js';
import type { TypedValues } from '../../domain/policy/typed-values.js';
import type { BreakerRow } from '../../store/breaker.entity.js';
import type { RuleWords } from '../shared/rule-words.js';
import type { PauseForm, RunningPause } from './rules.model.js';

const PICKS = ['pupil', 'guardian', 'all'] as const;

type PauseUrls = RuleWords & {
  readonly endUrl: string;
  readonly changeUrl: (profile: BreakerRow['profile']) => string;
};

/** A running pause, as the head reads it: since when, the sentence that everybody reads, and the number of people. */
export function presentRunning(pause: BreakerRow, rules: SchoolRules, words: PauseUrls): RunningPause {
  const { t, format, endUrl, changeUrl } = words;
  const { id, profile, until, startedAt, isForAll, reason } = pause;
  const since = format.moment(startedAt);
  return {
    id,
    title: t(`pause.title.${profile}`),
    until: until === null ? t('pause.open') : t('pause.until', { until: format.dayAndTime(until) }),
    since: isForAll
      ? t('pause.sinceForAll', { since })
      : t('pause.since', { since, who: nameOf(pause.startedBy, rules, words) }),
    reason,
    points: pointsOf(pause, rules, words),
    end: isForAll ? undefined : { url: endUrl, label: endLabel(profile, rules, words), changeUrl: changeUrl(profile) },
  };
}

/** The name of a head; « la plateforme » for the command line, and for a person who was erased. */
export function nameOf(personId: string | null, { persons }: SchoolRules, { t }: RuleWords): string {
  return (personId !== null && persons.get(personId)?.displayName) || t('rules.platform');
}

function pointsOf(
  { profile, isForAll }: BreakerRow,
  { counts, waiting }: SchoolRules,
  { t }: RuleWords,
): RunningPause['points'] {
  const waits = countFor(profile, waiting);
  const [pupils, guardians] = [counts.get('pupil') ?? 0, counts.get('guardian') ?? 0];
  return [
    ...(waits > 0 ? [{ icon: 'hourglass-split', text: t('pause.waiting', { count: waits }) }] : []),
    {
      icon: 'people-fill',
      text:
        profile === 'all'
          ? t('pause.persons.all', { pupils, guardians })
          : t(`pause.persons.${profile}`, { count: countFor(profile, counts) }),
    },
    {
      icon: 'chat-left-text-fill',
      text: profile === 'all' ? t('pause.adults') : t(`pause.others.${profile}`),
    },
    ...(isForAll ? [{ icon: 'lock-fill', text: t('pause.forAll') }] : []),
  ];
}

/** The number for the people that a pause stops. */
function countFor(stopped: BreakerRow['profile'], counts: ReadonlyMap<Profile, number>): number {
  const stops = (['pupil', 'guardian'] as const).filter((profile) => covers(stopped, profile));
  return stops.reduce((sum, profile) => sum + (counts.get(profile) ?? 0), 0);
}

function endLabel(profile: BreakerRow['profile'], { counts }: SchoolRules, { t }: RuleWords): string {
  return profile === 'all' ? t('pause.end.all') : t(`pause.end.${profile}`, { count: counts.get(profile) ?? 0 });
}

/** The values typed into the form of a pause; undefined on a page where the form is closed. */
export interface OpenPause {
  readonly typed: TypedValues;
  readonly problems: readonly Problem[];
  readonly notice?: string | undefined;
}

export function presentPauseForm(
  open: OpenPause | undefined,
  rules: SchoolRules,
  words: RuleWords & { readonly now: Date; readonly postUrl: string },
): PauseForm {
  const { t, now, school, postUrl } = words;
  const { counts, inForce, pauses, waiting } = rules;
  const ends = pauseEnds(inForce.quietHours.pupils, now, school.timeZone);
  const [pupils = 0, guardians = 0] = (['pupil', 'guardian'] as const).map((profile) => counts.get(profile));
  const errors = new Map(open?.problems.map(({ field, text }) => [field, t(text)]));
  const [profile, reason, untilDay] = ['profile', 'reason', 'untilDay'].map((field) => errors.get(field));
  return {
    isFolded: pauses.length > 0,
    isOpen: open !== undefined,
    title: t(pauses.length === 0 ? 'pause.title' : 'pause.another'),
    picks: PICKS.map((pick) => ({
      value: pick,
      label: t(`pause.pick.${pick}`),
      detail: pickDetail(pick, rules, words),
    })),
    ends: [
      ...ends.map((end) => presentEnd(end, words)),
      { value: 'day', label: t('pause.otherDay') },
      { value: 'open', label: t('pause.noEnd') },
    ],
    effects: [
      { pick: 'pupil', text: t('pause.stops.pupil', { count: pupils }) },
      { pick: 'guardian', text: t('pause.stops.guardian', { count: guardians }) },
      { pick: 'all', text: t('pause.stops.all', { pupils, guardians }) },
    ],
    waiting: PICKS.flatMap((pick) => {
      const count = countFor(pick, waiting);
      return count === 0 ? [] : [{ pick, text: t('pause.waits', { count }) }];
    }),
    values: valuesOf(open?.typed, ends, rules, words, untilDay !== undefined),
    errors: { ...(profile && { profile }), ...(reason && { reason }), ...(untilDay && { untilDay }) },
    notice: open?.notice,
    seen: newestOf(pauses),
    postUrl,
  };
}

/** The newest pause of a page: a form that knows of an older one only comes too late. */
export function newestOf(pauses: readonly BreakerRow[]): string {
  return pauses.at(-1)?.id ?? '';
}

function pickDetail(
  pick: BreakerRow['profile'],
  { counts, pauses }: SchoolRules,
  { t }: RuleWords,
): string | undefined {
  if (pauses.some(({ profile }) => covers(profile, pick))) return t('pause.already');
  const [pupils, guardians] = [counts.get('pupil') ?? 0, counts.get('guardian') ?? 0];
  if (pick === 'all') return t('pause.pickCount.all', { pupils, guardians });
  return t(`pause.pickCount.${pick}`, { count: counts.get(pick) ?? 0 });
}

/** A morning: « Demain à 8 h », « mercredi 25 novembre ». */
function presentEnd(end: string, { format, school: { timeZone } }: RuleWords): Choice {
  const at = untilOf(end, timeZone);
  const when = at ? format.when(at) : end;
  const label = when.charAt(0).toLocaleUpperCase(format.language) + when.slice(1);
  return { value: end, label, detail: at && format.weekdayAndDay(at) };
}

/**
 * The typed values; without any, those of the pause that is changed, or pupils until the next school morning.
 * @param isDayWrong the day is shown with its mistake
 */
function valuesOf(
  typed: TypedValues | undefined,
  [next = 'day']: readonly string[],
  { pauses }: SchoolRules,
  { now, school: { timeZone } }: RuleWords & { readonly now: Date },
  isDayWrong: boolean,
): PauseForm['values'] {
  const profile = typed?.text('profile') ?? (typed?.text('reason') === undefined ? 'pupil' : undefined);
  const changed = typed && pauses.find((pause) => !pause.isForAll && pause.profile === profile);
  const changedEnd = changed && (changed.until === null ? 'open' : 'day');
  const isDay = isDayWrong || (typed?.text('until') === undefined && typed?.text('untilDay') !== undefined);
  return {
    profile,
    reason: typed?.text('reason') ?? changed?.reason ?? '',
    until: isDay ? 'day' : (typed?.text('until') ?? changedEnd ?? next),
    untilDay:
      typed?.text('untilDay') ??
      (changed?.until ? dayOf(changed.until, timeZone) : addDays(mondayOf(dayOf(now, timeZone)), 7)),
    untilTime: typed?.text('untilTime') ?? (changed?.until ? timeOf(changed.until, timeZone) : '08:00'),
  };
}
