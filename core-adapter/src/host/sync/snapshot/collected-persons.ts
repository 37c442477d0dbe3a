// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../api/directory-source.js';
import { fold } from '../../database/fold.js';
import { attachmentKey, schoolsOf, type PersonFields } from '../image/directory-image.js';
import type { IgnoredRecords } from './ignored-records.js';
import { normalisePerson, normaliseUai } from './normalise-record.js';

export interface CollectedPerson extends PersonFields {
  /** The key as the source writes it. */
  readonly spelling: string;
  /** What its entries say he is, and where: `attachmentKey`s. */
  readonly entries: Set<string>;
  /** What he gets: `attachmentKey`s. */
  readonly attachments: Set<string>;
}

/**
 * The persons that a source names. Keys that differ only by case, accents or spaces are one key (RFC 4519 §2.39: `uid` ignores
 * case): the first wins, and what names the other is not given to the first.
 */
export class CollectedPersons {
  readonly byKey = new Map<string, CollectedPerson>();
  readonly #byLogin = new Map<string, CollectedPerson>();
  readonly #leftOutSpellings = new Set<string>();
  readonly #leftOutInSchools = new Set<string>();

  constructor(private readonly ignored: IgnoredRecords) {}

  add(record: PersonRecord): void {
    const fields = normalisePerson(record);
    if (!fields) {
      this.ignored.add(
        'invalid',
        () => `The person "${record.key.slice(0, 80)}" has no key or login of 1 to 190 characters.`,
      );
      return;
    }
    const uai = normaliseUai(record.uai);
    const entry = attachmentKey(uai, record.profile);
    const known = this.byKey.get(fields.key);
    if (!known) {
      this.#addNew(fields, record.key, entry);
    } else if (isSame(known, fields, record.key) && !known.entries.has(entry)) {
      known.entries.add(entry);
    } else {
      this.#leaveOut(record, uai, known);
    }
  }

  /** Who is meant by a key in a school; without a school, anywhere. */
  find(spelling: string, uai?: string): CollectedPerson | 'unknown-person' | 'left-out-person' {
    const key = fold(spelling);
    if (this.#leftOutSpellings.has(spelling)) return 'left-out-person';
    if (uai !== undefined && this.#leftOutInSchools.has(`${uai} ${key}`)) return 'left-out-person';
    return this.byKey.get(key) ?? 'unknown-person';
  }

  #addNew(fields: PersonFields, spelling: string, entry: string): void {
    const holder = this.#byLogin.get(fields.login);
    if (holder) {
      this.#leftOutSpellings.add(spelling);
      this.ignored.add(
        'duplicate-login',
        () => `Two persons share the login "${fields.login}": "${holder.spelling}" is kept, "${spelling}" is left out.`,
      );
      return;
    }
    const person = { ...fields, spelling, entries: new Set([entry]), attachments: new Set<string>() };
    this.byKey.set(fields.key, person);
    this.#byLogin.set(fields.login, person);
  }

  #leaveOut(record: PersonRecord, uai: string, known: CollectedPerson): void {
    const schools = schoolsOf(known.entries);
    if (record.key !== known.spelling) this.#leftOutSpellings.add(record.key);
    if (!schools.includes(uai)) this.#leftOutInSchools.add(`${uai} ${known.key}`);
    this.ignored.add(
      'duplicate-key',
      () =>
        `Two entries share the key "${known.key}": "${known.spelling}" in ${schools.join(', ')} is kept, ` +
        `"${record.key}" in ${uai} is left out.`,
    );
  }
}

/** The same key, login and name in another school or with another profile: one person with two entries. */
function isSame(known: CollectedPerson, other: PersonFields, spelling: string): boolean {
  const name = (person: PersonFields): string => fold(`${person.givenName} ${person.familyName}`);
  return known.spelling === spelling && known.login === other.login && name(known) === name(other);
}
