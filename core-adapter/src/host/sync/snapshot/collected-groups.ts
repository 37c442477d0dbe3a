// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord } from '../../../api/directory-source.js';
import { fold } from '../../database/fold.js';
import { groupKey, type GroupFields } from '../image/directory-image.js';
import type { IgnoredRecords } from './ignored-records.js';
import { normaliseGroup } from './normalise-record.js';

/** The groups that a source names. Of two keys that fold alike the first wins, and its members stay its own. */
export class CollectedGroups {
  readonly byKey = new Map<string, GroupFields>();
  readonly #spellings = new Map<string, string>();
  readonly #leftOut = new Set<string>();

  constructor(private readonly ignored: IgnoredRecords) {}

  add(record: GroupRecord): void {
    const group = normaliseGroup(record);
    if (!group) {
      this.ignored.add('invalid', () => `A group of ${record.uai} has no key of 1 to 190 characters.`);
      return;
    }
    const key = groupKey(group.uai, group.key);
    const kept = this.#spellings.get(key);
    if (kept !== undefined) {
      this.ignored.add(
        'duplicate-group',
        () =>
          `Two groups of ${group.uai} share the key "${group.key}": "${kept}" is kept, "${record.key}" is left out.`,
      );
      this.#leftOut.add(groupKey(group.uai, record.key));
      return;
    }
    this.byKey.set(key, group);
    this.#spellings.set(key, record.key);
  }

  find(uai: string, spelling: string): GroupFields | undefined {
    const key = groupKey(uai, fold(spelling));
    const leftOut = this.#leftOut.has(groupKey(uai, spelling)) && this.#spellings.get(key) !== spelling;
    return leftOut ? undefined : this.byKey.get(key);
  }
}
