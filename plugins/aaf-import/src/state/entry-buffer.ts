// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES, type Category, type Entry } from '../entry.js';

/** The maximum number of entries that wait in memory before they are written: some 10 MB. */
const MOST = 20_000;

/** Collects entries in the order of the files, by school and category. */
export class EntryBuffer {
  readonly #bySchool = new Map<string, Map<Category, Entry[]>>();
  #count = 0;

  get isFull(): boolean {
    return this.#count >= MOST;
  }

  add(uai: string, entry: Entry): void {
    const school = this.#bySchool.get(uai) ?? new Map(CATEGORIES.map((category) => [category, []]));
    this.#bySchool.set(uai, school);
    school.get(entry.category)?.push(entry);
    this.#count += 1;
  }

  /** Yields everything that was collected, and forgets it. */
  *take(): Generator<{ uai: string; category: Category; entries: readonly Entry[] }, void, undefined> {
    for (const [uai, school] of this.#bySchool) {
      for (const [category, entries] of school) if (entries.length > 0) yield { uai, category, entries };
    }
    this.#bySchool.clear();
    this.#count = 0;
  }
}
