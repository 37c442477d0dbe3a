// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPersons } from '../state/current-persons.js';
import { hasLetter } from '../state/has-letter.js';
import type { PersonState, PersonStates } from '../state/person-state.js';

type Names = Pick<PersonState, 'givenName' | 'familyName' | 'displayName'>;

/**
 * The states to plan with: a stored name stays when the source says none, or one without a letter. Persons that another source named first
 * have their names from there.
 */
export function keepRealNames(
  { present, left, namedElsewhere }: Pick<CurrentPersons, 'present' | 'left' | 'namedElsewhere'>,
  after: PersonStates,
): PersonStates {
  const kept = new Map<string, PersonState>();
  for (const [key, is] of after) {
    const was = namedElsewhere.has(key) ? undefined : (present.get(key) ?? left.get(key));
    if (was && isSilent(is)) kept.set(key, { ...is, ...realNames(was, is) });
  }
  return kept.size === 0 ? after : new Map([...after, ...kept]);
}

function isSilent({ givenName, familyName, displayName, login }: PersonState): boolean {
  return givenName === '' || familyName === '' || displayName === login;
}

function realNames(was: PersonState, is: PersonState): Names {
  const givenName = is.givenName || (hasLetter(was.givenName) ? was.givenName : '');
  const familyName = is.familyName || (hasLetter(was.familyName) ? was.familyName : '');
  // A missing display name is made of the names, or of the login, when an entry is read.
  const isMade = is.displayName === is.login || is.displayName === `${is.givenName} ${is.familyName}`.trim();
  return {
    givenName,
    familyName,
    displayName: isMade && hasLetter(was.displayName) ? was.displayName : is.displayName,
  };
}
