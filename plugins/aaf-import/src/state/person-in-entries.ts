// SPDX-License-Identifier: EUPL-1.2
import type { Attributes, Entry } from '../entry.js';
import { parts, unaccented, valuesOf } from '../values.js';

/** Attributes of a pupil that name adults; each value begins with a key. */
export const LINKS = ['ENTElevePersRelEleve', 'ENTEleveAutoriteParentale'] as const;

/**
 * Whether an entry is that of a person. Keys are compared like in the host, without case and accents; schools are excluded, because a
 * school may have the same key.
 */
export function isOf({ category, key }: Entry, person: string): boolean {
  return category !== 'EtabEducNat' && isSame(key, person);
}

/** Whether another person's entry links to this person. */
export function pointsTo(entry: Entry, person: string): boolean {
  return !isOf(entry, person) && linked(entry).some((key) => isSame(key, person));
}

/** Distinct keys of the people to which an entry links. */
export function linked(entry: Entry): string[] {
  const keys = LINKS.flatMap((name) => valuesOf(entry, name)).map(linkedBy);
  return [...new Set(keys)].filter((key) => key !== '' && key !== entry.key);
}

/** The entries without that of a person, and without the links to this person in others. */
export function withoutPerson(entries: readonly Entry[], person: string): Entry[] {
  return entries
    .filter((entry) => !isOf(entry, person))
    .map((entry) => (pointsTo(entry, person) ? { ...entry, attributes: unlinked(entry.attributes, person) } : entry));
}

function unlinked(attributes: Attributes, person: string): Attributes {
  const left = LINKS.flatMap((name) => {
    const values = attributes[name];
    return values ? [[name, values.filter((value) => !isSame(linkedBy(value), person))] as const] : [];
  });
  return { ...attributes, ...Object.fromEntries(left) };
}

function linkedBy(value: string): string {
  return parts(value)[0] ?? '';
}

function isSame(key: string, other: string): boolean {
  return unaccented(key) === unaccented(other);
}
