// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from '../entry.js';
import { parts, valuesOf } from '../values.js';
import { NOTHING, type EntryRecords, type Surroundings } from './entry-records.js';
import { mapPerson } from './person.js';

/** Link codes of pupils who are of age and represent themselves. */
const OWN_LINK: ReadonlySet<string> = new Set(['7', '70']);

/** Codes of legal authority in a link: first and second representative. 0 means none. */
const AUTHORITY: ReadonlySet<string> = new Set(['1', '2']);

/**
 * Keys of the people with legal authority over a pupil. Contacts and payers without it are left out, because guardians may read what
 * concerns the child.
 */
export function guardiansOf(entry: Entry): string[] {
  const links = valuesOf(entry, 'ENTElevePersRelEleve').flatMap((value) => {
    const [id = '', link = '', , legal = ''] = parts(value);
    return AUTHORITY.has(legal) && !OWN_LINK.has(link) ? [id] : [];
  });
  const authority = valuesOf(entry, 'ENTEleveAutoriteParentale').map((value) => parts(value)[0] ?? '');
  return [...new Set([...links, ...authority])].filter((id) => id !== '' && id !== entry.key);
}

/** Maps a guardian who is named by a pupil. The host attaches guardians to the schools of their children. */
export function mapGuardian(entry: Entry, { guardians }: Surroundings): EntryRecords {
  const named = guardians.get(entry.key);
  if (!named) return NOTHING;
  const person = named.hasChild ? mapPerson(entry, 'guardian', named.home) : undefined;
  return { home: named.home, records: person ? [person] : [] };
}
