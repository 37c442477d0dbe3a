// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from '../entry.js';
import { parts, valuesOf } from '../values.js';
import { NOTHING, type Mapped, type Surroundings } from './mapped.js';
import { mapPerson } from './person.js';

/** Codes of a link that mean the pupil himself, who is of age. */
const HIMSELF: ReadonlySet<string> = new Set(['7', '70']);

/** What a link says of legal authority: first or second representative. 0 is none. */
const AUTHORITY: ReadonlySet<string> = new Set(['1', '2']);

/**
 * Keys of those who have legal authority over a pupil. Who is only to be called, or only pays, is left out: a guardian reads
 * what concerns the child.
 */
export function guardiansOf(entry: Entry): string[] {
  const links = valuesOf(entry, 'ENTElevePersRelEleve').flatMap((value) => {
    const [id = '', link = '', , legal = ''] = parts(value);
    return AUTHORITY.has(legal) && !HIMSELF.has(link) ? [id] : [];
  });
  const authority = valuesOf(entry, 'ENTEleveAutoriteParentale').map((value) => parts(value)[0] ?? '');
  return [...new Set([...links, ...authority])].filter((id) => id !== '' && id !== entry.key);
}

/** A guardian whom a pupil names. The host attaches him to the schools of his children. */
export function mapGuardian(entry: Entry, { guardians }: Surroundings): Mapped {
  const named = guardians.get(entry.key);
  if (!named) return NOTHING;
  const person = named.hasChild ? mapPerson(entry, 'guardian', named.home) : undefined;
  return { home: named.home, records: person ? [person] : [] };
}
