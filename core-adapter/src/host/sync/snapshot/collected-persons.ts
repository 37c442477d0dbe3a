// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { normaliseKey } from '../../directory/normalise-key.js';
import { attachmentKey, readAttachmentKey, schoolsOf, type PersonFields } from '../image/directory-image.js';
import { chooseClaim, type Claim, type StoredClaimants } from './contested-keys.js';
import { EntryMarks } from './entry-marks.js';
import type { IgnoredRecords } from './ignored-records.js';
import { normalisePerson, normaliseUai } from './normalise-record.js';
import { PackedLines } from './packed-lines.js';
import { StableIds } from './stable-ids.js';

/** What the entries of a person say that they are, and where: `attachmentKey`s. Few differ, so that persons share them. */
type Entries = readonly string[];

/**
 * The persons that a source names, each by a number from 0 on. Their names are packed away: only keys, and what tells two entries
 * apart, are at hand. Of several entries that claim one key or one login the first has it until `settle`, and what names another
 * one is not given to it.
 */
export class CollectedPersons {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #entries: Entries[] = [];
  readonly #fields = new PackedLines();
  readonly #marks = new EntryMarks();
  readonly #stableIds: StableIds;
  /** Of persons with several entries: the ids of all but the first. */
  readonly #moreIds = new Map<number, string[]>();
  /** Of persons whose key is written otherwise than it is stored. */
  readonly #spellings = new Map<number, string>();
  /** Of persons who log in by something else than their key. */
  readonly #byLogin = new Map<string, number>();
  readonly #ownLogins = new Set<number>();
  readonly #shared = new Map<string, Entries>();
  readonly #leftOutSpellings = new Set<string>();
  readonly #leftOutInSchools = new Set<string>();
  /** Entries that claim the key of a person, by number. */
  readonly #keyClaims = new Map<number, Claim[]>();
  /** Entries that claim the login of a person who has another key. */
  readonly #loginClaims: { readonly holder: number; readonly claim: Claim }[] = [];
  /** Fields of persons whose first entry gave way to another one. */
  readonly #settled = new Map<number, PersonFields>();

  constructor(private readonly ignored: IgnoredRecords) {
    this.#stableIds = new StableIds(ignored);
  }

  add(record: PersonRecord): void {
    const fields = normalisePerson(record);
    if (!fields) {
      this.ignored.add(
        'invalid',
        () => `The person "${record.key.slice(0, 80)}" has no key or login of 1 to 190 characters.`,
      );
      return;
    }
    const entry = attachmentKey(normaliseUai(record.uai), record.profile);
    const known = this.#numbers.get(fields.key);
    if (known === undefined) this.#addNew(fields, record.key, entry);
    else this.#addKnown(known, fields, record.key, entry);
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

  /** The schools of a person's entries with one of these profiles. */
  schoolsAs(person: number, ...profiles: readonly Profile[]): string[] {
    return this.entriesOf(person)
      .map(readAttachmentKey)
      .filter(({ profile }) => profiles.includes(profile))
      .map(({ uai }) => uai);
  }

  /** Who is meant by a key in a school; without a school, anywhere. */
  find(spelling: string, uai?: string): number | 'unknown-person' | 'left-out-person' {
    const key = normaliseKey(spelling);
    if (this.#leftOutSpellings.has(spelling)) return 'left-out-person';
    if (uai !== undefined && this.#leftOutInSchools.has(`${uai} ${key}`)) return 'left-out-person';
    return this.#numbers.get(key) ?? 'unknown-person';
  }

  /** The fields of everybody, in the order of their numbers. */
  *fields(): Generator<PersonFields> {
    let person = 0;
    for (const lines of this.#fields.blocks()) {
      for (const line of lines) {
        const fields = this.#settled.get(person) ?? (JSON.parse(line) as PersonFields);
        yield this.#withKeyAndIds(person, fields);
        person += 1;
      }
    }
  }

  /** Keys that several entries claim, for themselves or with a login. */
  contestedKeys(): string[] {
    const byLogin = this.#loginClaims.flatMap(({ holder, claim }) => [this.keyOf(holder), claim.fields.key]);
    return [...new Set([...Array.from(this.#keyClaims.keys(), (person) => this.keyOf(person)), ...byLogin])];
  }

  /** Gives each contested key and login to the entry that is the stored person, and leaves the others out. Once, at the end. */
  settle(stored: StoredClaimants): void {
    const holders = new Set([...this.#keyClaims.keys(), ...this.#loginClaims.map(({ holder }) => holder)]);
    const first = new Map<number, PersonFields>();
    if (holders.size > 0) {
      let person = 0;
      for (const fields of this.fields()) {
        if (holders.has(person)) first.set(person, fields);
        person += 1;
      }
    }
    const claimOf = (person: number): Claim[] => {
      const fields = this.#settled.get(person) ?? first.get(person);
      return fields ? [{ fields, spelling: this.#spellingOf(person), entries: this.entriesOf(person) }] : [];
    };
    for (const [person, others] of this.#keyClaims) {
      const claims = [...claimOf(person), ...others];
      const kept = chooseClaim(claims, () => stored.get(this.keyOf(person)));
      this.#keep(person, claims, this.#mayHave(person, claims[kept]) ? kept : 0);
    }
    for (const { holder, claim } of this.#loginClaims) {
      const claims = [...claimOf(holder), claim];
      const kept = chooseClaim(claims, ({ fields: { key, login } }) => {
        const known = stored.get(key);
        return known?.login === login ? known : undefined;
      });
      this.#keepLogin(holder, claims, this.#numbers.has(claim.fields.key) ? 0 : kept);
    }
  }

  #addNew(fields: PersonFields, spelling: string, entry: string): void {
    const { key, login, stableIds = [] } = fields;
    const holder = this.#holderOf(login);
    if (holder !== undefined) {
      for (const id of stableIds) this.#stableIds.add(id, claimantOf(holder));
      this.#loginClaims.push({ holder, claim: { fields, spelling, entries: [entry] } });
      return;
    }
    const person = this.keys.push(key) - 1;
    this.#numbers.set(key, person);
    this.#entries.push(this.#share([entry]));
    this.#marks.add(fields);
    this.#fields.add(JSON.stringify({ ...fields, key: undefined }));
    for (const id of stableIds) this.#stableIds.add(id, person);
    this.#name(person, fields, spelling);
  }

  /** Another entry of the person who has the key, in another school or with another profile; or a claim to the key. */
  #addKnown(person: number, fields: PersonFields, spelling: string, entry: string): void {
    const { stableIds = [] } = fields;
    const isOneEntry = stableIds.every((id) => this.#stableIds.isOf(id, person));
    const isSame = this.#spellingOf(person) === spelling && this.#marks.areSame(person, fields);
    const isWelcome = isSame && (isOneEntry || this.#mayHaveTwoEntries(person, fields, entry));
    if (!isWelcome || this.entriesOf(person).includes(entry)) {
      if (!isOneEntry) for (const id of stableIds) this.#stableIds.add(id, claimantOf(person));
      const claims = this.#keyClaims.get(person) ?? [];
      this.#keyClaims.set(person, [...claims, { fields, spelling, entries: [entry] }]);
      return;
    }
    for (const id of stableIds) this.#stableIds.add(id, person);
    this.#entries[person] = this.#share([...this.entriesOf(person), entry]);
    if (!isOneEntry) this.#moreIds.set(person, [...(this.#moreIds.get(person) ?? []), ...stableIds]);
  }

  /** Directories keep an adult once in each school. A pupil with two entries has a number or a day of birth in both. */
  #mayHaveTwoEntries(person: number, fields: PersonFields, entry: string): boolean {
    const isPupil = [...this.entriesOf(person), entry].some((one) => readAttachmentKey(one).profile === 'pupil');
    return !isPupil || this.#marks.agree(person, fields);
  }

  #holderOf(login: string): number | undefined {
    const named = this.#numbers.get(login);
    return this.#byLogin.get(login) ?? (named !== undefined && !this.#ownLogins.has(named) ? named : undefined);
  }

  #mayHave(person: number, claim: Claim | undefined): claim is Claim {
    const holder = claim && this.#holderOf(claim.fields.login);
    return claim !== undefined && (holder === undefined || holder === person);
  }

  #keep(person: number, claims: readonly Claim[], kept: number): void {
    const winner = claims[kept];
    if (!winner) return;
    if (kept > 0) this.#install(person, winner);
    const key = this.keyOf(person);
    const schools = schoolsOf(winner.entries);
    for (const { spelling, entries } of claims.filter((claim) => claim !== winner)) {
      if (spelling !== winner.spelling) this.#leftOutSpellings.add(spelling);
      const others = schoolsOf(entries);
      for (const uai of others) if (!schools.includes(uai)) this.#leftOutInSchools.add(`${uai} ${key}`);
      this.ignored.add(
        'duplicate-key',
        () =>
          `Two entries share the key "${key}": "${winner.spelling}" in ${schools.join(', ')} is kept, ` +
          `"${spelling}" in ${others.join(', ')} is left out.`,
      );
    }
  }

  #keepLogin(holder: number, claims: readonly Claim[], kept: number): void {
    const [winner, loser] = [claims[kept], claims[1 - kept]];
    if (!winner || !loser) return;
    if (kept > 0) {
      this.#numbers.delete(this.keyOf(holder));
      this.keys[holder] = winner.fields.key;
      this.#numbers.set(winner.fields.key, holder);
      this.#install(holder, winner);
    }
    this.#leftOutSpellings.add(loser.spelling);
    this.ignored.add(
      'duplicate-login',
      () =>
        `Two persons share the login "${winner.fields.login}": "${winner.spelling}" is kept, "${loser.spelling}" is left out.`,
    );
  }

  /** Makes another entry the one of a person. */
  #install(person: number, { fields, spelling, entries }: Claim): void {
    for (const [login, holder] of this.#byLogin) if (holder === person) this.#byLogin.delete(login);
    this.#ownLogins.delete(person);
    this.#spellings.delete(person);
    this.#moreIds.delete(person);
    this.#settled.set(person, fields);
    this.#entries[person] = this.#share(entries);
    this.#name(person, fields, spelling);
  }

  #name(person: number, { key, login }: PersonFields, spelling: string): void {
    if (spelling !== key) this.#spellings.set(person, spelling);
    if (login === key) return;
    this.#byLogin.set(login, person);
    this.#ownLogins.add(person);
  }

  #withKeyAndIds(person: number, { stableIds = [], ...fields }: PersonFields): PersonFields {
    const ids = this.#stableIds.valid([...stableIds, ...(this.#moreIds.get(person) ?? [])]);
    return { ...fields, key: this.keyOf(person), ...(ids.length > 0 && { stableIds: ids }) };
  }

  #spellingOf(person: number): string {
    return this.#spellings.get(person) ?? this.keyOf(person);
  }

  #share(entries: Entries): Entries {
    const text = entries.join();
    const shared = this.#shared.get(text) ?? entries;
    this.#shared.set(text, shared);
    return shared;
  }
}

/** A number that no person has: the ids of entries that claim the key of a person are not that person's. */
function claimantOf(person: number): number {
  return -1 - person;
}
