// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';

const OPTIONS = { weekday: 'long', timeZone: 'UTC' } as const;

/** Made once: making one takes longer than formatting a day many times. */
const WEEKDAYS = {
  fr: new Intl.DateTimeFormat('fr-FR', OPTIONS),
  en: new Intl.DateTimeFormat('en-GB', OPTIONS),
};

/** A day of a period in words, with its weekday: « vendredi 4 décembre ». */
export function dayWords({ language, day }: Pick<Format, 'language' | 'day'>, written: string): string {
  // At 11 h UTC it is the same day in every time zone of French schools, from Tahiti to Wallis.
  const instant = new Date(`${written}T11:00:00Z`);
  return `${WEEKDAYS[language].format(instant)} ${day(instant)}`;
}
