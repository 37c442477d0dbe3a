// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';

import type { PupilClass } from './mapped-entry.js';
import { groupKey } from './values.js';

/** The classes that pupils' own entries name, until a class group names the pupil: then they say nothing new. */
export class PupilClasses {
  readonly #bySchool = new Map<string, Map<string, string>>();

  add({ uai, name, pupil }: PupilClass): void {
    const school = this.#bySchool.get(uai) ?? new Map<string, string>();
    this.#bySchool.set(uai, school.set(pupil, name));
  }

  /** A group of kind class names this pupil. */
  forget(uai: string, pupil: string): void {
    this.#bySchool.get(uai)?.delete(pupil);
  }

  /**
   * The remaining records of a school: classes without a group entry, then memberships.
   * @param known the groups of the school by key; grows by the new classes
   */
  *records(uai: string, known: Set<string>): Generator<DirectoryRecord, void, undefined> {
    for (const [person, name] of this.#bySchool.get(uai) ?? []) {
      const group = groupKey(name);
      if (!known.has(group)) {
        known.add(group);
        yield { type: 'group', uai, key: group, kind: 'class', name };
      }
      yield { type: 'membership', uai, group, person, role: 'member' };
    }
  }
}
