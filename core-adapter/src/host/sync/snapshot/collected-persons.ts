// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { fold } from '../../database/fold.js';
import { attachmentKey, readAttachmentKey, schoolsOf, type PersonFields } from '../image/directory-image.js';
import type { IgnoredRecords } from './ignored-records.js';
import { normalisePerson, normaliseUai } from './normalise-record.js';
import { PackedLines } from './packed-lines.js';

/** What the entries of a person say that he is, and where: `attachmentKey`s. Few differ, so that persons share them. */
type Entries = readonly string[];

/**
 * The persons that a source names, each by a number from 0 on. Their names are packed away: only keys, and what tells two entries
 * apart, are at hand. Keys that differ only by case, accents or spaces are one key (RFC 4519 §2.39: `uid` ignores case): the
 * first wins, and what names the other is not given to the first.
 */
export class CollectedPersons {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #entries: Entries[] = [];
  readonly #fields = new PackedLines();
  /** Login and name: the same in two entries of one person. */
  readonly #identities: number[] = [];
  /** Of those whose key is written otherwise than it is stored. */
  readonly #spellings = new Map<number, string>();
  /** Of those who log in by something else than their key. */
  readonly #byLogin = new Map<string, number>();
  readonly #ownLogins = new Set<number>();
  readonly #shared = new Map<string, Entries>();
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
    const known = this.#numbers.get(fields.key);
    if (known === undefined) {
      this.#addNew(fields, record.key, entry);
    } else if (this.#isSame(known, fields, record.key) && !this.entriesOf(known).includes(entry)) {
      this.#entries[known] = this.#share([...this.entriesOf(known), entry]);
    } else {
      this.#leaveOut(record, uai, known);
    }
  }

  get size(): number {
    return this.keys.length;
  }

  numberOf(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  keyOf(person: number): string {
    return this.keys[person] ?? '';
  }

  entriesOf(person: number): Entries {
    return this.#entries[person] ?? [];
  }

  /** The schools of his entries with one of these profiles. */
  schoolsAs(person: number, ...profiles: readonly Profile[]): string[] {
    return this.entriesOf(person)
      .map(readAttachmentKey)
      .filter(({ profile }) => profiles.includes(profile))
      .map(({ uai }) => uai);
  }

  /** Who is meant by a key in a school; without a school, anywhere. */
  find(spelling: string, uai?: string): number | 'unknown-person' | 'left-out-person' {
    const key = fold(spelling);
    if (this.#leftOutSpellings.has(spelling)) return 'left-out-person';
    if (uai !== undefined && this.#leftOutInSchools.has(`${uai} ${key}`)) return 'left-out-person';
    return this.#numbers.get(key) ?? 'unknown-person';
  }

  /** The fields of everybody, in the order of their numbers. */
  *fields(): Generator<PersonFields> {
    let person = 0;
    for (const lines of this.#fields.blocks()) {
      for (const line of lines) {
        yield { key: this.keyOf(person), ...(JSON.parse(line) as Omit<PersonFields, 'key'>) };
        person += 1;
      }
    }
  }

  #addNew(fields: PersonFields, spelling: string, entry: string): void {
    const { key, login } = fields;
    const holder = this.#holderOf(login);
    if (holder !== undefined) {
      const kept = this.#spellingOf(holder);
      this.#leftOutSpellings.add(spelling);
      this.ignored.add(
        'duplicate-login',
        () => `Two persons share the login "${login}": "${kept}" is kept, "${spelling}" is left out.`,
      );
      return;
    }
    const person = this.keys.push(key) - 1;
    this.#numbers.set(key, person);
    this.#entries.push(this.#share([entry]));
    this.#identities.push(identityOf(fields));
    this.#fields.add(JSON.stringify({ ...fields, key: undefined }));
    if (spelling !== key) this.#spellings.set(person, spelling);
    if (login === key) return;
    this.#byLogin.set(login, person);
    this.#ownLogins.add(person);
  }

  #holderOf(login: string): number | undefined {
    const named = this.#numbers.get(login);
    return this.#byLogin.get(login) ?? (named !== undefined && !this.#ownLogins.has(named) ? named : undefined);
  }

  /** The same key, login and name in another school or with another profile: one person with two entries. */
  #isSame(known: number, other: PersonFields, spelling: string): boolean {
    return this.#spellingOf(known) === spelling && this.#identities[known] === identityOf(other);
  }

  #spellingOf(person: number): string {
    return this.#spellings.get(person) ?? this.keyOf(person);
  }

  #leaveOut(record: PersonRecord, uai: string, known: number): void {
    const schools = schoolsOf(this.entriesOf(known));
    const [key, kept] = [this.keyOf(known), this.#spellingOf(known)];
    if (record.key !== kept) this.#leftOutSpellings.add(record.key);
    if (!schools.includes(uai)) this.#leftOutInSchools.add(`${uai} ${key}`);
    this.ignored.add(
      'duplicate-key',
      () =>
        `Two entries share the key "${key}": "${kept}" in ${schools.join(', ')} is kept, ` +
        `"${record.key}" in ${uai} is left out.`,
    );
  }

  #share(entries: Entries): Entries {
    const text = entries.join();
    const shared = this.#shared.get(text) ?? entries;
    this.#shared.set(text, shared);
    return shared;
  }
}

/** A hash (FNV-1a) of login and folded name. */
function identityOf({ login, givenName, familyName }: PersonFields): number {
  const text = `${login} ${fold(`${givenName} ${familyName}`)}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
