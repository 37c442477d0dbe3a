// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { readAttachmentKey, type DirectoryImage } from '../image/directory-image.js';

/** What a person is in a school: somebody at all, somebody of a profile, or in a group of it. */
export type Capacity = 'anybody' | Profile | `group ${MembershipRole}`;

const NOBODY: ReadonlySet<string> = new Set();

/** The keys of those whom a directory has in each school, in each capacity. */
export class Roll {
  readonly #schools = new Map<string, Map<Capacity, Set<string>>>();

  /** A school with groups alone counts as one, with nobody in it. */
  constructor({ persons, groups, memberships }: DirectoryImage) {
    for (const { key, attachments } of persons.values()) {
      for (const attachment of attachments) {
        const { uai, profile } = readAttachmentKey(attachment);
        this.#add(uai, 'anybody', key);
        this.#add(uai, profile, key);
      }
    }
    for (const [groupKey, { uai }] of groups) {
      this.#school(uai);
      for (const [person, role] of memberships.get(groupKey) ?? []) this.#add(uai, `group ${role}`, person);
    }
  }

  schools(): Iterable<string> {
    return this.#schools.keys();
  }

  of(uai: string, capacity: Capacity): ReadonlySet<string> {
    return this.#schools.get(uai)?.get(capacity) ?? NOBODY;
  }

  #add(uai: string, capacity: Capacity, person: string): void {
    const school = this.#school(uai);
    const persons = school.get(capacity) ?? new Set();
    school.set(capacity, persons.add(person));
  }

  #school(uai: string): Map<Capacity, Set<string>> {
    const school = this.#schools.get(uai) ?? new Map<Capacity, Set<string>>();
    this.#schools.set(uai, school);
    return school;
  }
}
