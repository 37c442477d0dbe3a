// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';

/** A day of a period in words, with its weekday: « vendredi 4 décembre ». */
export function dayWords({ language, day }: Pick<Format, 'language' | 'day'>, written: string): string {
  // At 11 h UTC it is the same day in every time zone of French schools, from Tahiti to Wallis.
  const instant = new Date(`${written}T11:00:00Z`);
  const weekday = instant.toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return `${weekday} ${day(instant)}`;
}
