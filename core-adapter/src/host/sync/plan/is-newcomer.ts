// SPDX-License-Identifier: EUPL-1.2
import type { CurrentPersons } from '../image/current-persons.js';
import type { ImagePerson } from '../image/directory-image.js';
import { isSomebodyElse } from './is-somebody-else.js';

/** Whether the source names him for the first time: nobody had his key, or somebody else who has left. */
export function isNewcomer({ present, left }: Pick<CurrentPersons, 'present' | 'left'>, person: ImagePerson): boolean {
  const leaver = left.get(person.key);
  return !present.has(person.key) && (leaver === undefined || isSomebodyElse(leaver, person));
}
