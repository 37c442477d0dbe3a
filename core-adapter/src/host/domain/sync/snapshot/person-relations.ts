// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import { attachmentKey, readAttachmentKey, type PersonFields, type PersonState } from '../state/person-state.js';
import type { CollectedPersons } from './collected-persons.js';
import { readPlaceInGroup, type ResolvedMemberships } from './resolve-memberships.js';

const NONE: ReadonlySet<string> = new Set();

interface FoundTies {
  readonly persons: CollectedPersons;
  /** `groupKey`s, in the order of the groups' numbers. */
  readonly groupKeys: readonly string[];
  /** Groups with roles (`placeInGroup`) of a person. */
  readonly groupsOf: (person: number) => Int32Array;
  readonly childrenOf: (person: number) => Int32Array;
  /** The schools of a guardian's children. */
  readonly guardedSchools: (person: number) => ReadonlySet<string>;
  readonly teaching: ResolvedMemberships['teaching'];
}

/** The attachments, memberships and children of people, derived on demand. */
export class PersonRelations {
  constructor(private readonly found: FoundTies) {}

  stateOf(fields: PersonFields, person: number): PersonState {
    return { ...fields, ...this.placesOf(person), children: this.#childrenOf(person) };
  }

  placesOf(person: number): Pick<PersonState, 'attachments' | 'memberships'> {
    return { attachments: this.#attachmentsOf(person), memberships: this.membershipsIn(this.found.groupsOf(person)) };
  }

  /** @param places groups with roles (`placeInGroup`) */
  membershipsIn(places: Iterable<number>): Map<string, MembershipRole> {
    const memberships = new Map<string, MembershipRole>();
    for (const place of places) {
      const { group, role } = readPlaceInGroup(place);
      const key = this.found.groupKeys[group] ?? '';
      // A person named as both teacher and member counts as teacher.
      if (memberships.get(key) !== 'teacher') memberships.set(key, role);
    }
    return memberships;
  }

  #attachmentsOf(person: number): Set<string> {
    const { persons, guardedSchools, teaching } = this.found;
    return new Set([
      // Guardians have no school of their own: the schools of their children count, not those of their entries.
      ...persons.entriesOf(person).filter((entry) => readAttachmentKey(entry).profile !== 'guardian'),
      ...Array.from(guardedSchools(person), (uai) => attachmentKey(uai, 'guardian')),
      ...Array.from(teaching.get(person) ?? NONE, (uai) => attachmentKey(uai, 'teacher')),
    ]);
  }

  #childrenOf(person: number): ReadonlySet<string> {
    const numbers = this.found.childrenOf(person);
    return numbers.length === 0 ? NONE : new Set(Array.from(numbers, (number) => this.found.persons.keyOf(number)));
  }
}
