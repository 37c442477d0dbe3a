// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPersons } from './current-persons.js';
import type { PersonStates } from './person-state.js';

/**
 * The name of whom another source named first is that one's to change: what this source calls him is taken for what it called him
 * before, so that two spellings make no change at each sync.
 */
export function leaveNames(current: CurrentPersons, after: PersonStates): CurrentPersons {
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
