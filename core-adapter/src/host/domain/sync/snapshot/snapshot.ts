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
} from '../../../../api/directory-source.js';
import { CollectedGroups } from './collected-groups.js';
import { CollectedPersons } from './collected-persons.js';
import type { StoredClaimants } from './contested-keys.js';
import {
  attachmentKey,
  type PersonState,
  type PersonFields,
  type PlacesImage,
  type SchoolFields,
} from '../state/person-state.js';
import { IgnoredRecords, type IgnoredReport } from './ignored-records.js';
import { isUai, normaliseSchool, normaliseUai } from './normalise-record.js';
import { PackedLines } from './packed-lines.js';
import { tieKinships } from './tie-kinships.js';
import { readPlaceInGroup, tieMemberships } from './tie-memberships.js';
import { reportUnread, type UnreadSchools } from './unread-schools.js';

/** What a source said, cleaned, with attachments derived. */
export interface Snapshot extends PlacesImage {
  /** How many persons there are. */
  readonly size: number;
  /** A number for each person, from 0 on. @param key folded */
  numberOf(key: string): number | undefined;
  /** Whether a person has this login. */
  hasLogin(login: string): boolean;
  /** The fields of everybody, in the order of their numbers. */
  fields(): Iterable<PersonFields>;
  /** Everybody, in the order of their numbers, each made when he is asked for: all at once would fill the memory. */
  persons(): Iterable<PersonState>;
  /** What a person is, and where. */
  placesOf(number: number): Pick<PersonState, 'attachments' | 'memberships'>;
  readonly ignored: IgnoredReport;
  /** Schools of which something is missing. */
  readonly unread: UnreadSchools;
  /**
   * Groups that name a person who is not known to belong there: `groupKey` → role. The person's own entry may be in a school that could
   * not be read; empty when every school was read.
   */
  unplacedOf(key: string): ReadonlyMap<string, MembershipRole>;
}

/**
 * Reads a source to its end. What makes no sense alone is left out and counted; whether the rest may be applied is the guard's
 * word. Attachments: a pupil, a teacher, a head and staff in the school of their entries; a guardian in every school of his
 * children; a teacher wherever a group names him.
 * @param findStored who is stored under keys that several entries claim; absent: nobody, so that the first entry has the key
 * @throws whatever the source throws: a part never passes for the whole
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
    // Who looks at pages meanwhile must not wait for a region, and a signal to stop must be heard.
    if (count % BREATH === 0) await setImmediate();
  }
  return collected.snapshot(findStored);
}

export type FindStored = (keys: readonly string[]) => Promise<StoredClaimants>;

/** Records looked at in some milliseconds. */
const BREATH = 2_000;

const NONE: ReadonlySet<string> = new Set();
const NO_GROUPS: ReadonlyMap<string, MembershipRole> = new Map();

class CollectedRecords {
  readonly #ignored = new IgnoredRecords();
  readonly #schools = new Map<string, SchoolFields>();
  readonly #unread = new Map<string, string>();
  readonly #persons = new CollectedPersons(this.#ignored);
  readonly #groups = new CollectedGroups(this.#ignored);
  // They may come before the persons whom they name.
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
    const kinships = await tieKinships(unpack<KinshipRecord>(this.#kinships), persons, this.#ignored);
    const childrenOf = kinships.byOwner(persons.size);
    const guardedSchools = (person: number): ReadonlySet<string> => {
      const children = childrenOf(person);
      if (children.length === 0) return NONE;
      return new Set([...children].flatMap((child) => persons.schoolsAs(child, 'pupil')));
    };
    const collected = { persons, groups: this.#groups, guardedSchools };
    const { pairs, teaching, unplaced } = await tieMemberships(
      unpack<MembershipRecord>(this.#memberships),
      collected,
      this.#ignored,
      this.#unread.size > 0,
    );
    const placesOf = pairs.byOwner(persons.size);
    const groupKeys = [...this.#groups.byKey.keys()];

    const attachmentsOf = (person: number): Set<string> =>
      new Set([
        // A guardian has no school of his own: wherever his entry stands, his children decide.
        ...persons.entriesOf(person).filter((entry) => !entry.endsWith(' guardian')),
        ...Array.from(guardedSchools(person), (uai) => attachmentKey(uai, 'guardian')),
        ...Array.from(teaching.get(person) ?? NONE, (uai) => attachmentKey(uai, 'teacher')),
      ]);
    const membershipsIn = (places: Iterable<number>): Map<string, MembershipRole> => {
      const memberships = new Map<string, MembershipRole>();
      for (const place of places) {
        const { group, role } = readPlaceInGroup(place);
        const key = groupKeys[group] ?? '';
        // Named in both ways, he is of the team.
        if (memberships.get(key) !== 'teacher') memberships.set(key, role);
      }
      return memberships;
    };
    const membershipsOf = (person: number): Map<string, MembershipRole> => membershipsIn(placesOf(person));
    const keysOf = (numbers: Int32Array): ReadonlySet<string> =>
      numbers.length === 0 ? NONE : new Set(Array.from(numbers, (number) => persons.keyOf(number)));
    const imageOf = (fields: PersonFields, person: number): PersonState => ({
      ...fields,
      attachments: attachmentsOf(person),
      memberships: membershipsOf(person),
      children: keysOf(childrenOf(person)),
    });
    return {
      schools: this.#schools,
      groups: this.#groups.byKey,
      size: persons.size,
      numberOf: (key) => persons.numberOf(key),
      hasLogin: (login) => persons.hasLogin(login),
      fields: () => persons.fields(),
      placesOf: (number) => ({ attachments: attachmentsOf(number), memberships: membershipsOf(number) }),
      *persons() {
        let number = 0;
        for (const fields of persons.fields()) yield imageOf(fields, number++);
      },
      ignored: {
        ...this.#ignored.report(),
        ...(this.#unread.size > 0 && { unread: reportUnread(this.#unread) }),
      },
      unread: this.#unread,
      unplacedOf: (key) => {
        const places = unplaced.get(key);
        return places ? membershipsIn(places) : NO_GROUPS;
      },
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

  /** The first reason is kept. */
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
