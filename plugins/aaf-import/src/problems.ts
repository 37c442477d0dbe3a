// SPDX-License-Identifier: EUPL-1.2

/** The number of keys that are shown for each reason; the rest is only counted. */
const EXAMPLES = 5;

/** Entries that were not used, and that do not make the import fail. */
export class Problems {
  readonly #byReason = new Map<string, { count: number; examples: string[] }>();

  /**
   * @param key of the entry, never a name
   */
  add(reason: string, key: string): void {
    const seen = this.#byReason.get(reason) ?? { count: 0, examples: [] };
    seen.count += 1;
    if (seen.examples.length < EXAMPLES) seen.examples.push(key);
    this.#byReason.set(reason, seen);
  }

  /** The problems by reason, as the terminal shows them. */
  list(): readonly Problem[] {
    return [...this.#byReason].map(([reason, { count, examples }]) => ({ reason, count, examples }));
  }
}

export interface Problem {
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly string[];
}
