// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { readCurrentPersons, type CurrentPersons } from '../state/current-persons.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PersonState } from '../state/person-state.js';
import type { RenamedKeys } from './renamed-keys.js';

/**
 * Reads stored people under the keys that the directory has for them now. A person who lost a key to a renamed one is read with that key,
 * under their retired key.
 */
export async function readRenamedPersons(
  unitOfWork: UnitOfWork,
  places: Pick<CurrentPlaces, 'source' | 'groupKeys'>,
  keys: readonly string[],
  { storedKeys, newKeys, displaced }: RenamedKeys,
): Promise<CurrentPersons> {
  if (newKeys.size === 0) return readCurrentPersons(unitOfWork, places, keys);
  const stored = keys.flatMap((key) => {
    const own = storedKeys.get(key) ?? (newKeys.has(key) ? [] : key);
    return displaced.has(key) ? [own, key].flat() : own;
  });
  const current = await readCurrentPersons(unitOfWork, places, stored);
  const nameOf = (key: string): string => newKeys.get(key) ?? key;
  const renamePerson = (person: PersonState): PersonState => {
    return { ...person, key: nameOf(person.key), children: new Set([...person.children].map(nameOf)) };
  };
  return {
    present: new Map(Array.from(current.present, ([key, person]) => [nameOf(key), renamePerson(person)])),
    left: new Map(Array.from(current.left, ([key, person]) => [nameOf(key), renamePerson(person)])),
    elsewhere: new Set([...current.elsewhere].map(nameOf)),
    namedElsewhere: new Set([...current.namedElsewhere].map(nameOf)),
    stored: new Map(Array.from(current.stored, ([key, identity]) => [nameOf(key), identity])),
  };
}
