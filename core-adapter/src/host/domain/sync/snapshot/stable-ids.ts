// SPDX-License-Identifier: EUPL-1.2
import type { IgnoredRecords } from './ignored-records.js';

/** The stable ids of a source. An id in the entries of two people identifies neither and does not count. */
export class StableIds {
  readonly #owners = new Map<string, number>();
  readonly #shared = new Set<string>();

  constructor(private readonly ignored: IgnoredRecords) {}

  /** @param owner a number unique to one person */
  add(id: string, owner: number): void {
    const known = this.#owners.get(id);
    if (known === undefined) this.#owners.set(id, owner);
    if (known === undefined || known === owner || this.#shared.has(id)) return;
    this.#shared.add(id);
    this.ignored.add('shared-id', () => `The id "${id}" stands in the entries of two persons: it identifies neither.`);
  }

  isOf(id: string, owner: number): boolean {
    return this.#owners.get(id) === owner;
  }

  /** The number of the person that an id identifies. After contests it may be that of an entry that was left out. */
  ownerOf(id: string): number | undefined {
    return this.#shared.has(id) ? undefined : this.#owners.get(id);
  }

  /** Gives ids to a person who got another one of several entries. */
  give(ids: readonly string[], owner: number): void {
    for (const id of ids) this.#owners.set(id, owner);
  }

  /** The ids that identify one person, sorted. */
  valid(ids: readonly string[]): readonly string[] {
    if (ids.length < 2 && this.#shared.size === 0) return ids;
    return ids.filter((id) => !this.#shared.has(id)).sort();
  }
}
