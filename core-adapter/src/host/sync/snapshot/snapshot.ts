// SPDX-License-Identifier: EUPL-1.2
import type {
  DirectoryRecord,
  KinshipRecord,
  MembershipRecord,
  PersonRecord,
  SchoolRecord,
} from '../../../api/directory-source.js';
import { CollectedGroups } from './collected-groups.js';
import { CollectedPersons } from './collected-persons.js';
import { readAttachmentKey, type DirectoryImage, type SchoolFields } from '../image/directory-image.js';
import { IgnoredRecords, type IgnoredReport } from './ignored-records.js';
import { normaliseSchool, normaliseUai } from './normalise-record.js';
import { tieKinships } from './tie-kinships.js';
import { tieMemberships } from './tie-memberships.js';

/** What a source said, cleaned, with attachments derived. */
export interface Snapshot extends DirectoryImage {
  readonly ignored: IgnoredReport;
}

/**
 * Reads a source to its end. What makes no sense alone is left out and counted; whether the rest may be applied is the guard's
 * word. Attachments: a pupil, a teacher, a head and staff in the school of their entries; a guardian in every school of his
 * children; a teacher wherever a group names him.
 * @throws whatever the source throws: a part never passes for the whole
 */
export async function collectSnapshot(records: AsyncIterable<DirectoryRecord>): Promise<Snapshot> {
  const collected = new CollectedRecords();
  for await (const record of records) collected.add(record);
  return collected.snapshot();
}

class CollectedRecords {
  readonly #ignored = new IgnoredRecords();
  readonly #schools = new Map<string, SchoolFields>();
  readonly #persons = new CollectedPersons(this.#ignored);
  readonly #groups = new CollectedGroups(this.#ignored);
  readonly #memberships: MembershipRecord[] = [];
  readonly #kinships: KinshipRecord[] = [];

  add(record: DirectoryRecord): void {
    switch (record.type) {
      case 'school':
        return this.#addSchool(record);
      case 'person':
        return this.#inKnownSchool(record, `The person "${record.key}"`, () => this.#persons.add(record));
      case 'group':
        return this.#inKnownSchool(record, `The group "${record.key}"`, () => this.#groups.add(record));
      case 'membership':
        this.#memberships.push(record);
        return;
      case 'kinship':
        this.#kinships.push(record);
    }
  }

  snapshot(): Snapshot {
    for (const person of this.#persons.byKey.values()) {
      // A guardian has no school of his own: wherever his entry stands, his children decide.
      for (const entry of person.entries) {
        if (readAttachmentKey(entry).profile !== 'guardian') person.attachments.add(entry);
      }
    }
    const kinships = tieKinships(this.#kinships, this.#persons, this.#ignored);
    const collected = { persons: this.#persons, groups: this.#groups };
    const memberships = tieMemberships(this.#memberships, collected, this.#ignored);
    return {
      schools: this.#schools,
      persons: this.#persons.byKey,
      groups: this.#groups.byKey,
      memberships,
      kinships,
      ignored: this.#ignored.report(),
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

  #inKnownSchool({ uai }: Pick<PersonRecord, 'uai'>, subject: string, add: () => void): void {
    if (this.#schools.has(normaliseUai(uai))) return add();
    this.#ignored.add('unknown-school', () => `${subject} is in ${uai}, a school that the source does not name.`);
  }
}
