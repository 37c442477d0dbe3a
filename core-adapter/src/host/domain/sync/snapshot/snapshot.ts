// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import type {
  DirectoryRecord,
  KinshipRecord,
  MembershipRecord,
  MembershipRole,
  PersonRecord,
  SchoolRecord,
  UnreadSchoolRecord,
} from '../../../../api/directory/directory-source.js';
import { CollectedGroups } from './collected-groups.js';
import { CollectedPersons } from './collected-persons.js';
import type { StoredClaimants } from './contested-keys.js';
import type { PersonState, PersonFields, PlacesImage, SchoolFields } from '../state/person-state.js';
import { IgnoredRecords, type IgnoredReport } from './ignored-records.js';
import { isUai, normaliseSchool, normaliseUai } from './normalise-record.js';
import { PackedLines } from './packed-lines.js';
import { resolveKinships } from './resolve-kinships.js';
import { PersonRelations } from './person-relations.js';
import { resolveMemberships, type ResolvedMemberships } from './resolve-memberships.js';
import { reportUnread, type UnreadSchools } from './unread-schools.js';

/** The data of a source, normalised, with derived attachments. */
export interface Snapshot extends PlacesImage {
  /** The number of people. */
  readonly size: number;
  /**
   * The number of a person, from 0 on.
   * @param key a folded key
   */
  numberOf(key: string): number | undefined;
  /** The number of the person that this stable id identifies; its entry may have been left out. */
  ownerOf(stableId: string): number | undefined;
  /** Whether a person has this login. */
  hasLogin(login: string): boolean;
  /** The fields of all people, in the order of their numbers. */
  fields(): Iterable<PersonFields>;
  /** All people, in the order of their numbers, each built on demand: all at once would fill the memory. */
  persons(): Iterable<PersonState>;
  placesOf(number: number): Pick<PersonState, 'attachments' | 'memberships'>;
  readonly ignored: IgnoredReport;
  /** Schools that could not be read in full. */
  readonly unread: UnreadSchools;
  /**
   * Groups that name a person without a known place there: `groupKey` → role. The person's own entry may be in an unread school. Empty when
   * every school was read.
   */
  unplacedOf(key: string): ReadonlyMap<string, MembershipRole>;
}

/**
 * Reads a source to its end. Invalid records are left out and counted; the guard decides whether the rest may be applied. Attachments:
 * pupils, teachers, heads and staff in the schools of their entries; guardians in the schools of their children; teachers also in the
 * schools of groups that name them.
 * @param findStored reads the people stored under contested keys; absent: the first entry has the key
 * @throws any error of the source: a part never counts as the whole
 */
export async function collectSnapshot(
  records: AsyncIterable<DirectoryRecord>,
  findStored: FindStored = () => Promise.resolve(new Map()),
): Promise<Snapshot> {
  const collected = new CollectedRecords();
  let count = 0;
  for await (const record of records) {
    collected.add(record);
    count += 1;
    // Lets the event loop serve other requests and abort signals.
    if (count % BREATH === 0) await setImmediate();
  }
  return collected.snapshot(findStored);
}

export type FindStored = (keys: readonly string[]) => Promise<StoredClaimants>;

/** Records processed in some milliseconds. */
const BREATH = 2_000;

const NONE: ReadonlySet<string> = new Set();
const NO_GROUPS: ReadonlyMap<string, MembershipRole> = new Map();

class CollectedRecords {
  readonly #ignored = new IgnoredRecords();
  readonly #schools = new Map<string, SchoolFields>();
  readonly #unread = new Map<string, string>();
  readonly #persons = new CollectedPersons(this.#ignored);
  readonly #groups = new CollectedGroups(this.#ignored);
  // Ties may come before the people that they name.
  readonly #memberships = new PackedLines();
  readonly #kinships = new PackedLines();

  add(record: DirectoryRecord): void {
    switch (record.type) {
      case 'school':
        return this.#addSchool(record);
      case 'unread-school':
        return this.#addUnread(record);
      case 'person':
        return this.#inKnownSchool(record, `The person "${record.key}"`, () => this.#persons.add(record));
      case 'group':
        return this.#inKnownSchool(record, `The group "${record.key}"`, () => this.#groups.add(record));
      case 'membership':
        return this.#memberships.add(JSON.stringify(record));
      case 'kinship':
        return this.#kinships.add(JSON.stringify(record));
    }
  }

  async snapshot(findStored: FindStored): Promise<Snapshot> {
    const persons = this.#persons;
    const contested = persons.contestedKeys();
    persons.settle(contested.length > 0 ? await findStored(contested) : new Map());
    const { ties, unplaced } = await this.#tie();
    return {
      schools: this.#schools,
      groups: this.#groups.byKey,
      size: persons.size,
      numberOf: (key) => persons.numberOf(key),
      ownerOf: (stableId) => persons.ownerOf(stableId),
      hasLogin: (login) => persons.hasLogin(login),
      fields: () => persons.fields(),
      placesOf: (number) => ties.placesOf(number),
      *persons() {
        let number = 0;
        for (const fields of persons.fields()) yield ties.stateOf(fields, number++);
      },
      ignored: {
        ...this.#ignored.report(),
        ...(this.#unread.size > 0 && { unread: reportUnread(this.#unread) }),
      },
      unread: this.#unread,
      unplacedOf: (key) => {
        const places = unplaced.get(key);
        return places ? ties.membershipsIn(places) : NO_GROUPS;
      },
    };
  }

  /** Resolves kinships, then memberships: guardians belong to the schools of their children. */
  async #tie(): Promise<{ ties: PersonRelations; unplaced: ResolvedMemberships['unplaced'] }> {
    const persons = this.#persons;
    const kinships = await resolveKinships(unpack<KinshipRecord>(this.#kinships), persons, this.#ignored);
    const childrenOf = kinships.byOwner(persons.size);
    const guardedSchools = (person: number): ReadonlySet<string> => {
      const children = childrenOf(person);
      if (children.length === 0) return NONE;
      return new Set([...children].flatMap((child) => persons.schoolsAs(child, 'pupil')));
    };
    const { pairs, teaching, unplaced } = await resolveMemberships(
      unpack<MembershipRecord>(this.#memberships),
      { persons, groups: this.#groups, guardedSchools },
      this.#ignored,
      this.#unread.size > 0,
    );
    const groupsOf = pairs.byOwner(persons.size);
    const groupKeys = [...this.#groups.byKey.keys()];
    return {
      ties: new PersonRelations({ persons, groupKeys, groupsOf, childrenOf, guardedSchools, teaching }),
      unplaced,
    };
  }

  #addSchool(record: SchoolRecord): void {
    const school = normaliseSchool(record);
    if (!school) {
      this.#ignored.add('invalid', () => `"${record.uai.slice(0, 80)}" is no UAI (seven digits and a letter).`);
    } else if (this.#schools.has(school.uai)) {
      this.#ignored.add('duplicate-school', () => `${school.uai} is named twice: the first is kept.`);
    } else {
      this.#schools.set(school.uai, school);
    }
  }

  /** Keeps the first reason. */
  #addUnread({ uai, reason }: UnreadSchoolRecord): void {
    const normal = normaliseUai(uai);
    if (!isUai(normal)) {
      this.#ignored.add('invalid', () => `"${uai.slice(0, 80)}" is no UAI (seven digits and a letter).`);
    } else if (!this.#unread.has(normal)) {
      this.#unread.set(normal, reason);
    }
  }

  #inKnownSchool({ uai }: Pick<PersonRecord, 'uai'>, subject: string, add: () => void): void {
    if (this.#schools.has(normaliseUai(uai))) return add();
    this.#ignored.add('unknown-school', () => `${subject} is in ${uai}, a school that the source does not name.`);
  }
}

async function* unpack<R>(lines: PackedLines): AsyncGenerator<readonly R[]> {
  for (const block of lines.blocks()) {
    yield block.map((line) => JSON.parse(line) as R);
    await setImmediate();
  }
}
