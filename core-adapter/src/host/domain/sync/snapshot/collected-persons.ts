// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import { normaliseKey } from '../../directory/normalise-key.js';
import { attachmentKey, readAttachmentKey, schoolsOf, type PersonFields } from '../state/person-state.js';
import { chooseClaim, mergeClaims, MOST_CLAIMS, type Claim, type StoredClaimants } from './contested-keys.js';
import { areOnePerson, EntryMarks, markOf } from './entry-marks.js';
import { replaceableContests, type KeyContest } from './key-contests.js';
import { HeldLogins } from './held-logins.js';
import type { IgnoredRecords } from './ignored-records.js';
import { LeftOutEntries } from './left-out-entries.js';
import { normalisePerson, normaliseUai } from './normalise-record.js';
import { PackedLines } from './packed-lines.js';
import { StableIds } from './stable-ids.js';

/** The schools and profiles of a person's entries, as `attachmentKey`s. Few lists differ, so people share them. */
type Entries = readonly string[];

/**
 * The people of a source, each with a number from 0 on. Fields are packed; only keys and what tells entries apart stay at hand. The first
 * entry has a contested key or login until `settle`. Data that may belong to a left-out entry is not given to the kept one.
 */
export class CollectedPersons {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #entries: Entries[] = [];
  readonly #fields = new PackedLines();
  readonly #marks = new EntryMarks();
  readonly #stableIds: StableIds;
  /** Stable ids of the second and further entries of a person. */
  readonly #moreIds = new Map<number, string[]>();
  /** Original spellings of keys that normalisation changed. */
  readonly #spellings = new Map<number, string>();
  readonly #logins = new HeldLogins();
  readonly #shared = new Map<string, Entries>();
  readonly #leftOut: LeftOutEntries;
  /** Entries that claim the key of a person, by the person's number. */
  readonly #keyClaims = new Map<number, Claim[]>();
  /** Entries with another key that claim the login of a person, by the person's number. */
  readonly #loginClaims = new Map<number, Claim[]>();
  /** Fields of people after another entry replaced the first one. */
  readonly #settled = new Map<number, PersonFields>();

  constructor(private readonly ignored: IgnoredRecords) {
    this.#stableIds = new StableIds(ignored);
    this.#leftOut = new LeftOutEntries(ignored);
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

  /** The number of the person that this stable id identifies; the entry of the person may have been left out. */
  ownerOf(stableId: string): number | undefined {
    const owner = this.#stableIds.ownerOf(stableId);
    return owner === undefined || owner < 0 ? undefined : owner;
  }

  hasLogin(login: string): boolean {
    return this.#holderOf(login) !== undefined;
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

  /** The person that a key names in a school, or in any school when none is given. */
  find(spelling: string, uai?: string): number | 'unknown-person' | 'left-out-person' {
    const key = normaliseKey(spelling);
    const person = this.#numbers.get(key);
    if (person === undefined) return this.#leftOut.has(key) ? 'left-out-person' : 'unknown-person';
    return uai === undefined || this.isClear(person, uai) ? person : 'left-out-person';
  }

  isContested(person: number): boolean {
    return this.#leftOut.has(this.keyOf(person));
  }

  /** Whether a contested key surely names this person in a school: the kept entry is there, and no left-out one. */
  isClear(person: number, uai: string): boolean {
    if (!this.isContested(person)) return true;
    return !this.#leftOut.isIn(this.keyOf(person), uai) && schoolsOf(this.entriesOf(person)).includes(uai);
  }

  /** The fields of all people, in the order of their numbers. */
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

  /** Keys of all entries that compete for a key or a login. */
  contestedKeys(): string[] {
    const holders = [...this.#keyClaims.keys(), ...this.#loginClaims.keys()];
    const claimants = [...this.#loginClaims.values()].flat();
    return [...new Set([...holders.map((person) => this.keyOf(person)), ...claimants.map(({ fields }) => fields.key)])];
  }

  /** Gives each contested key and login to the entry of the stored person, and leaves the others out. Called once, after all records. */
  settle(stored: StoredClaimants): void {
    const claimsOf = this.#claimsOfHolders();
    this.#settleKeys(stored, claimsOf);
    for (const claims of this.#loginClaims.values()) this.#settleLogin(claims, stored, claimsOf);
  }

  #settleKeys(stored: StoredClaimants, claimsOf: (person: number) => Claim[]): void {
    const contests = Array.from(this.#keyClaims, ([person, others]): KeyContest => {
      const { claimants, duplicates } = mergeClaims([...claimsOf(person), ...others]);
      const kept = chooseClaim(claimants, () => stored.get(this.keyOf(person)));
      return { person, claimants, duplicates, kept };
    });
    const replaced = replaceableContests(
      contests.filter(({ kept }) => kept > 0),
      (login) => this.#holderOf(login),
    );
    for (const { person } of replaced.values()) this.#logins.release(person);
    for (const { person, claimants, duplicates, kept } of contests) {
      const winner = claimants[replaced.has(person) ? kept : 0];
      if (!winner) continue;
      if (replaced.has(person)) this.#install(person, winner);
      for (const claim of claimants) if (claim !== winner) this.#leftOut.addOfKey(winner, claim);
      for (const claim of duplicates) this.#leftOut.addDuplicate(winner, claim);
    }
  }

  #settleLogin(claims: readonly Claim[], stored: StoredClaimants, claimsOf: (person: number) => Claim[]): void {
    const login = claims[0]?.fields.login ?? '';
    // Another entry, with another login, may have replaced the first one.
    const holder = this.#holderOf(login);
    const { claimants } = mergeClaims([...(holder === undefined ? [] : claimsOf(holder)), ...claims]);
    const open = claimants.filter(({ fields: { key } }, at) => {
      return (at === 0 && holder !== undefined) || !this.#numbers.has(key);
    });
    const kept = chooseClaim(open, ({ fields: { key } }) => {
      const known = stored.get(key);
      return known?.login === login ? known : undefined;
    });
    const winner = open[kept];
    if (winner && holder === undefined) this.#create(winner);
    if (winner && holder !== undefined && kept > 0) this.#rename(holder, winner);
    for (const claim of claimants) {
      if (claim !== winner) this.#leftOut.addOfLogin(login, winner?.spelling ?? claim.spelling, claim);
    }
  }

  /** The first entries of people with a contested key or login. */
  #claimsOfHolders(): (person: number) => Claim[] {
    const holders = new Set([...this.#keyClaims.keys(), ...this.#loginClaims.keys()]);
    const first = new Map<number, PersonFields>();
    let person = 0;
    for (const fields of holders.size > 0 ? this.fields() : []) {
      if (holders.has(person)) first.set(person, fields);
      person += 1;
    }
    return (holder) => {
      const fields = this.#settled.get(holder) ?? first.get(holder);
      return fields ? [{ fields, spelling: this.#spellingOf(holder), entries: this.entriesOf(holder) }] : [];
    };
  }

  #addNew(fields: PersonFields, spelling: string, entry: string): void {
    const { login, stableIds = [] } = fields;
    const claim = { fields, spelling, entries: [entry] };
    const holder = this.#holderOf(login);
    if (holder !== undefined) return this.#claim(this.#loginClaims, holder, claim);
    const person = this.#create(claim);
    for (const id of stableIds) this.#stableIds.add(id, person);
  }

  #create({ fields, spelling, entries }: Claim): number {
    const person = this.keys.push(fields.key) - 1;
    this.#numbers.set(fields.key, person);
    this.#entries.push(this.#share(entries));
    this.#marks.add(fields);
    this.#fields.add(JSON.stringify({ ...fields, key: undefined }));
    this.#name(person, fields, spelling);
    return person;
  }

  /** Adds a further entry of a known person, in another school or with another profile; or a claim to the person's key. */
  #addKnown(person: number, fields: PersonFields, spelling: string, entry: string): void {
    const { stableIds = [] } = fields;
    const hasOneId = stableIds.length > 0 && stableIds.every((id) => this.#stableIds.isOf(id, person));
    const known = { mark: this.#marks.of(person), spelling: this.#spellingOf(person), entries: this.entriesOf(person) };
    const claim = { fields, spelling, entries: [entry] };
    const isWelcome = areOnePerson(known, { ...claim, mark: markOf(fields) }, hasOneId);
    if (!isWelcome || known.entries.includes(entry)) return this.#claim(this.#keyClaims, person, claim);
    for (const id of stableIds) this.#stableIds.add(id, person);
    this.#entries[person] = this.#share([...known.entries, entry]);
    if (!hasOneId) this.#moreIds.set(person, [...(this.#moreIds.get(person) ?? []), ...stableIds]);
  }

  #claim(claims: Map<number, Claim[]>, person: number, claim: Claim): void {
    const { key, stableIds = [] } = claim.fields;
    const isOwn = (id: string): boolean => key === this.keyOf(person) && this.#stableIds.isOf(id, person);
    for (const id of stableIds) if (!isOwn(id)) this.#stableIds.add(id, claimantOf(person));
    const known = claims.get(person) ?? [];
    if (known.length === 0) claims.set(person, known);
    if (known.length < MOST_CLAIMS) known.push(claim);
    else this.#leftOut.addFurther(claim);
  }

  #holderOf(login: string): number | undefined {
    return this.#logins.holderOf(login, this.#numbers.get(login));
  }

  /** Replaces a person by an entry with another key. */
  #rename(person: number, winner: Claim): void {
    this.#numbers.delete(this.keyOf(person));
    this.keys[person] = winner.fields.key;
    this.#numbers.set(winner.fields.key, person);
    this.#logins.release(person);
    this.#install(person, winner);
  }

  /** Replaces the entry of a person. The person's login must be released before. */
  #install(person: number, { fields, spelling, entries }: Claim): void {
    this.#spellings.delete(person);
    this.#moreIds.delete(person);
    this.#settled.set(person, fields);
    this.#stableIds.give(fields.stableIds ?? [], person);
    this.#entries[person] = this.#share(entries);
    this.#name(person, fields, spelling);
  }

  #name(person: number, { key, login }: PersonFields, spelling: string): void {
    if (spelling !== key) this.#spellings.set(person, spelling);
    if (login !== key) this.#logins.hold(person, login);
  }

  #withKeyAndIds(person: number, fields: PersonFields): PersonFields {
    const key = this.keyOf(person);
    const { stableIds: first = [] } = fields;
    const more = this.#moreIds.get(person);
    const stableIds = this.#stableIds.valid(more ? [...first, ...more] : first);
    if (stableIds === first) return { ...fields, key };
    const { stableIds: _, ...others } = fields;
    return { ...others, key, ...(stableIds.length > 0 && { stableIds }) };
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

/** A number that no person has, for the stable ids of entries that claim the key of a person. */
function claimantOf(person: number): number {
  return -1 - person;
}
