// SPDX-License-Identifier: EUPL-1.2
import type { Attributes, Entry } from '../entry.js';
import { parts, unaccented, valuesOf } from '../values.js';

/** Attributes of a pupil that name adults, each value beginning with a key. */
export const LINKS = ['ENTElevePersRelEleve', 'ENTEleveAutoriteParentale'] as const;

/** Whether an entry is that of a person. The host knows keys without case and accents; a school may have the same key. */
export function isOf({ category, key }: Entry, person: string): boolean {
  return category !== 'EtabEducNat' && isSame(key, person);
}

/** Whether an entry is of somebody else, whom it ties to this person. */
export function pointsTo(entry: Entry, person: string): boolean {
  return !isOf(entry, person) && linked(entry).some((key) => isSame(key, person));
}

/** Keys of those to whom an entry ties its person, each once. */
export function linked(entry: Entry): string[] {
  const keys = LINKS.flatMap((name) => valuesOf(entry, name)).map(linkedBy);
  return [...new Set(keys)].filter((key) => key !== '' && key !== entry.key);
}

/** The entries without that of a person, and without what points to him in those of others. */
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
