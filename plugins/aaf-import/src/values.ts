// SPDX-License-Identifier: EUPL-1.2
import { isDay, type Day } from '@volee/core-adapter';
import type { Entry } from './entry.js';

/** The entities of XML, which some exports escape twice: `L&amp;apos;ISLE`. */
const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** A text as it is shown: escaped once at most, accents composed, spaces single. */
export function clean(value: string): string {
  return value
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES.get(name) ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text as it is compared: in capitals, without accents. */
export function unaccented(text: string): string {
  return text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The parts of a value: `43$ENS$ENSEIGNEMENT`. */
export function parts(value: string): string[] {
  return value.split('$').map(clean);
}

/** Every value of the first of these attributes that has any. */
export function valuesOf({ attributes }: Entry, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = (Object.hasOwn(attributes, name) ? attributes[name] : undefined) ?? [];
    if (values.length > 0) return values;
  }
  return [];
}

/** The first value of the first of these attributes that has any. */
export function valueOf(entry: Entry, ...names: readonly string[]): string | undefined {
  return valuesOf(entry, ...names)[0];
}

/** Whether a text is a day as AAF writes it. */
export function isFrenchDay(text: string): boolean {
  return /^\d{2}\/\d{2}\/\d{4}$/.test(text);
}

/** `31/12/2014` as `2014-12-31`; undefined when there is no such day. */
export function isoDay(text: string | undefined): Day | undefined {
  if (text === undefined || !isFrenchDay(text)) return undefined;
  const day = text.split('/').reverse().join('-');
  return isDay(day) ? day : undefined;
}
