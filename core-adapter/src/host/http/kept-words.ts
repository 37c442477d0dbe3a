// SPDX-License-Identifier: EUPL-1.2
import type { Format, Translate } from '../../api/i18n.js';
import { dayOf } from '../../api/day.js';
import type { HostContext } from '../context/host-context.js';
import type { KeptText } from '../domain/kept-texts/kept-texts.js';
import { MOST_TEXTS } from '../domain/kept-texts/make-room.js';
import { formatFor } from '../infra/i18n/format.js';
import type { HostKey } from '../infra/locales/index.js';
import type { VisitorPerson } from './visitor.js';

/** The sentences about kept texts, for one reader. */
export interface KeptSentences {
  /** « Gardé à 8 h 14 » */
  saved(at: Date): string;
  /** « Un autre texte a été écrit ici à 8 h 10. » */
  other(at: Date): string;
  /** Says that the oldest text made room for this one. */
  readonly oldestGone: string;
}

/** The kept text of one form of a page, as `kept.js` reads it. */
export interface KeptState {
  /** Absent when the page shows other texts of the server than the author of the text has seen: typing there overwrites nothing. */
  readonly version?: string;
  /** The text to fill in. */
  readonly fields?: readonly (readonly [string, string])[];
  readonly said?: string;
  /** Says that another text may be taken. */
  readonly offer?: string;
}

export function keptSentences(
  t: Translate<HostKey>,
  language: Format['language'],
  timeZone: string,
  clock: HostContext['clock'],
): KeptSentences {
  const format = formatFor(language, timeZone, clock);
  /** « à 8 h 14 », « hier à 17 h 05 », « lundi à 9 h », « le 23 novembre » */
  const when = (at: Date): string => {
    const isToday = dayOf(at, timeZone) === dayOf(clock.now(), timeZone);
    return isToday ? t('keptText.atHour', { hour: format.hour(at) }) : format.past(at);
  };
  return {
    saved: (at) => t('keptText.saved', { when: when(at) }),
    other: (at) => t('keptText.other', { when: when(at) }),
    oldestGone: t('keptText.oldestGone', { count: MOST_TEXTS }),
  };
}

/**
 * The part of a kept text that a page shows.
 * @param base of the texts of the server that the form shows
 */
export function keptState({ text, other, base, version }: KeptText, shown: string, say: KeptSentences): KeptState {
  const isSame = base === '' || base === shown;
  const offered = text && !isSame ? text : other;
  return {
    ...((isSame || !text) && { version }),
    ...(text && isSame && { fields: text.fields, said: say.saved(text.at) }),
    ...(offered && { offer: say.other(offered.at) }),
  };
}

/** The time zone of a school of the person; that of their first one on a page about no school. */
export function timeZoneOf(person: Pick<VisitorPerson, 'schools'>, uai: string | null): string | undefined {
  const schools = person.schools.map(({ school }) => school);
  return (schools.find((school) => school.uai === uai) ?? schools[0])?.timeZone;
}
