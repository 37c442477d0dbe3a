// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { readAttachmentKey, type PersonFields } from '../state/person-state.js';

/** The fields that two entries of one person have in common. */
export interface EntryMark {
  /** Login and name, hashed. */
  readonly name: string;
  readonly ine: string | undefined;
  readonly birthDate: string | undefined;
}

/** One or several entries of one person. */
export interface MarkedEntries {
  readonly mark: EntryMark;
  /** The key as the entries spell it. */
  readonly spelling: string;
  /** `attachmentKey`s. */
  readonly entries: readonly string[];
}

/** The marks of people by number, in few bytes each. The INE and the birth date are kept as they are: a short hash collides. */
export class EntryMarks {
  readonly #names: string[] = [];
  readonly #numbers: (string | undefined)[] = [];
  readonly #days: (string | undefined)[] = [];
  readonly #knownDays = new Map<string, string>();

  /** Adds the mark of the person with the next number. */
  add(fields: PersonFields): void {
    const { name, ine, birthDate } = markOf(fields);
    this.#names.push(name);
    this.#numbers.push(ine);
    this.#days.push(birthDate && this.#intern(birthDate));
  }

  of(person: number): EntryMark {
    return { name: this.#names[person] ?? '', ine: this.#numbers[person], birthDate: this.#days[person] };
  }

  /** Few birth dates differ, so people share the texts. */
  #intern(day: string): string {
    const known = this.#knownDays.get(day) ?? day;
    this.#knownDays.set(day, known);
    return known;
  }
}

export function markOf({ login, givenName, familyName, ine, birthDate }: PersonFields): EntryMark {
  const name = `${login} ${normaliseForSearch(`${givenName} ${familyName}`)}`;
  // 72 bits. V8 copies a text of 12 characters; a longer slice would keep the whole digest in memory.
  return { name: hash('sha256', name, 'base64').slice(0, 12), ine, birthDate };
}

/**
 * Whether entries with one key describe one person. Directories keep an adult once in each school. For a pupil, the stable id, the
 * INE or the birth date must agree.
 * @param hasOneId whether the entries name the same stable id
 */
export function areOnePerson(one: MarkedEntries, other: MarkedEntries, hasOneId: boolean): boolean {
  if (one.spelling !== other.spelling || !areAlike(one.mark, other.mark)) return false;
  return hasOneId || !(hasPupil(one) || hasPupil(other)) || agree(one.mark, other.mark);
}

/** Whether login and name are the same, and neither the INE nor the birth date differs. */
function areAlike(one: EntryMark, other: EntryMark): boolean {
  const areApart = (left?: string, right?: string): boolean =>
    left !== undefined && right !== undefined && left !== right;
  return one.name === other.name && !areApart(one.ine, other.ine) && !areApart(one.birthDate, other.birthDate);
}

/** Whether the INE or the birth date is known, and the same. */
function agree(one: EntryMark, other: EntryMark): boolean {
  const isKnown = (left?: string, right?: string): boolean => left !== undefined && left === right;
  return isKnown(one.ine, other.ine) || isKnown(one.birthDate, other.birthDate);
}

function hasPupil({ entries }: MarkedEntries): boolean {
  return entries.some((entry) => readAttachmentKey(entry).profile === 'pupil');
}
