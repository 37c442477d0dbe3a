// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES, type Category, type Entry } from '../entry.js';

/** Entries that wait in memory before they are written: some 10 MB. */
const MOST = 20_000;

/** Entries as they come, in the order of the files, put together by school and category. */
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

  /** All that was gathered, which is then gone. */
  *take(): Generator<{ uai: string; category: Category; entries: readonly Entry[] }, void, undefined> {
    for (const [uai, school] of this.#bySchool) {
      for (const [category, entries] of school) if (entries.length > 0) yield { uai, category, entries };
    }
    this.#bySchool.clear();
    this.#count = 0;
  }
}
