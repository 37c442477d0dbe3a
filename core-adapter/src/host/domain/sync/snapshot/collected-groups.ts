// SPDX-License-Identifier: EUPL-1.2
import type { GroupRecord } from '../../../../api/directory/directory-source.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { groupKey, type GroupFields } from '../state/person-state.js';
import type { IgnoredRecords } from './ignored-records.js';
import { normaliseGroup } from './normalise-record.js';

/** The groups of a source, each with a number. Of two keys that fold alike the first wins; the members of the second are left out. */
export class CollectedGroups {
  /** In the order of their numbers. */
  readonly byKey = new Map<string, GroupFields>();
  readonly #known = new Map<string, { readonly number: number; readonly spelling: string }>();
  readonly #leftOut = new Set<string>();

  constructor(private readonly ignored: IgnoredRecords) {}

  add(record: GroupRecord): void {
    const group = normaliseGroup(record);
    if (!group) {
      this.ignored.add('invalid', () => `A group of ${record.uai} has no key of 1 to 190 characters.`);
      return;
    }
    const key = groupKey(group.uai, group.key);
    const kept = this.#known.get(key)?.spelling;
    if (kept !== undefined) {
      this.ignored.add(
        'duplicate-group',
        () =>
          `Two groups of ${group.uai} share the key "${group.key}": "${kept}" is kept, "${record.key}" is left out.`,
      );
      this.#leftOut.add(groupKey(group.uai, record.key));
      return;
    }
    this.#known.set(key, { number: this.byKey.size, spelling: record.key });
    this.byKey.set(key, group);
  }

  find(uai: string, spelling: string): number | undefined {
    const known = this.#known.get(groupKey(uai, normaliseForSearch(spelling)));
    const leftOut = this.#leftOut.has(groupKey(uai, spelling)) && known?.spelling !== spelling;
    return leftOut ? undefined : known?.number;
  }
}
