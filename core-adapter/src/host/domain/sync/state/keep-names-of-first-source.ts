// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPersons } from './current-persons.js';
import type { PersonStates } from './person-state.js';

/**
 * Ignores name changes of people that another source named first: only that source may change the name. Otherwise two spellings would
 * produce a change at each sync.
 */
export function keepNamesOfFirstSource(current: CurrentPersons, after: PersonStates): CurrentPersons {
  const { namedElsewhere } = current;
  if (namedElsewhere.size === 0) return current;
  const present = new Map(current.present);
  for (const key of namedElsewhere) {
    const [was, is] = [present.get(key), after.get(key)];
    if (!was || !is) continue;
    const { givenName, familyName, displayName } = is;
    present.set(key, { ...was, givenName, familyName, displayName });
  }
  return { ...current, present };
}
