// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts } from '../../brick-types.js';
import type { FamilyReading } from '../../domain/board/family-readings.js';
import type { ReadingsModel } from './readings.view.js';

/** A published bilan, or several behind one link, with the readings of their families. */
export interface ReadingsLine {
  readonly name: string;
  readonly url: string;
  readonly readings: readonly FamilyReading[];
}

/** « Les familles ont lu 18 bilans sur 24, et en ont confirmé 12. », and a link for each line with an unread one; undefined without any. */
export function presentReadings(lines: readonly ReadingsLine[], t: LivretTexts): ReadingsModel | undefined {
  const all = lines.flatMap(({ readings }) => readings);
  if (all.length === 0) return undefined;
  const unread = lines.map((line) => ({ ...line, count: unreadAmong(line.readings) })).filter(({ count }) => count > 0);
  return {
    sentence: sentenceOf(all, t),
    fold: unread.length === 0 ? undefined : t('reading.unread', { count: unreadAmong(all) }),
    links: unread.map(({ name, url, readings, count }) => ({
      label: readings.length === 1 ? name : t('reading.of', { name, count }),
      url,
    })),
  };
}

function sentenceOf(all: readonly FamilyReading[], t: LivretTexts): string {
  const read = all.length - unreadAmong(all);
  if (read === 0) return t('reading.none');
  const confirmed = confirmedAmong(all);
  const words = t('reading.read', { count: read, total: all.length });
  return confirmed === 0 ? `${words}.` : `${words}${t('reading.andConfirmed', { count: confirmed })}.`;
}

/** « 18 lus, 12 confirmés », on the line of a class. */
export function readingsInShort(all: readonly FamilyReading[], t: LivretTexts): string {
  const read = all.length - unreadAmong(all);
  if (read === 0) return t('reading.noneShort');
  const confirmed = confirmedAmong(all);
  const words = t('reading.readShort', { count: read });
  return confirmed === 0 ? words : `${words}, ${t('reading.confirmedShort', { count: confirmed })}`;
}

function unreadAmong(all: readonly FamilyReading[]): number {
  return all.filter((one) => one === 'unread').length;
}

function confirmedAmong(all: readonly FamilyReading[]): number {
  return all.filter((one) => one === 'confirmed').length;
}
