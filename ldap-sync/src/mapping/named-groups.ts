// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';

import type { NamedGroup } from './mapped-entry.js';
import { groupKey } from './values.js';

/** Groups without an entry of their own: they are named in the entries of their members. */
export class NamedGroups {
  readonly #bySchool = new Map<string, NamedGroup[]>();

  add(group: NamedGroup): void {
    const ofSchool = this.#bySchool.get(group.uai) ?? [];
    this.#bySchool.set(group.uai, ofSchool);
    ofSchool.push(group);
  }

  /**
   * The groups of a school and their members.
   * @param known the groups of the school by key; new groups are added
   */
  *records(uai: string, known: Set<string>): Generator<DirectoryRecord, void, undefined> {
    for (const { kind, name, person, role } of this.#bySchool.get(uai) ?? []) {
      // A class and another group may have the same name, such as "206".
      const group = kind === 'class' ? groupKey(name) : `${kind}:${groupKey(name)}`;
      if (!known.has(group)) {
        known.add(group);
        yield { type: 'group', uai, key: group, kind, name };
      }
      yield { type: 'membership', uai, group, person, role };
    }
  }
}
