// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../../database/fold.js';
import type { PersonFields } from '../image/directory-image.js';

const UNKNOWN = 0;

/** What is the same in two entries of one person, in few bytes each: login and name, national number, day of birth. */
export class EntryMarks {
  readonly #names: number[] = [];
  readonly #numbers: number[] = [];
  readonly #days: number[] = [];

  /** Of the person with the next number. */
  add({ ine, birthDate, ...fields }: PersonFields): void {
    this.#names.push(nameMark(fields));
    this.#numbers.push(markOf(ine));
    this.#days.push(markOf(birthDate));
  }

  /** Whether login and name are the same, and neither number nor day of birth speaks against it. */
  areSame(person: number, { ine, birthDate, ...fields }: PersonFields): boolean {
    const [number, day] = [markOf(ine), markOf(birthDate)];
    const areApart = (one = UNKNOWN, other = UNKNOWN): boolean => one !== UNKNOWN && other !== UNKNOWN && one !== other;
    if (this.#names[person] !== nameMark(fields)) return false;
    return !areApart(this.#numbers[person], number) && !areApart(this.#days[person], day);
  }

  /** Whether the number or the day of birth is known, and the same. */
  agree(person: number, { ine, birthDate }: PersonFields): boolean {
    const isKnown = (one = UNKNOWN, other = UNKNOWN): boolean => one !== UNKNOWN && one === other;
    return isKnown(this.#numbers[person], markOf(ine)) || isKnown(this.#days[person], markOf(birthDate));
  }
}

function nameMark({ login, givenName, familyName }: Pick<PersonFields, 'login' | 'givenName' | 'familyName'>): number {
  return markOf(`${login} ${fold(`${givenName} ${familyName}`)}`);
}

/** A hash (FNV-1a). */
function markOf(text: string | undefined): number {
  if (text === undefined) return UNKNOWN;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash === UNKNOWN ? 1 : hash;
}
