// SPDX-License-Identifier: EUPL-1.2
import type { UnreadReport } from './unread-schools.js';

/** Reasons for leaving out a record. */
export type IgnoredReason =
  | 'duplicate-key'
  | 'duplicate-login'
  | 'shared-id'
  | 'duplicate-group'
  | 'duplicate-school'
  | 'invalid'
  | 'unknown-school'
  | 'unknown-group'
  | 'unknown-person'
  | 'left-out-person'
  | 'not-in-school'
  | 'not-a-teacher'
  | 'not-a-child'
  | 'not-a-guardian';

export interface IgnoredReport {
  readonly total: number;
  readonly reasons: readonly {
    readonly reason: IgnoredReason;
    readonly count: number;
    /** The first few records, one sentence each, with keys and without names. */
    readonly examples: readonly string[];
  }[];
  /** Schools that could not be read in full; absent when every school was read. */
  readonly unread?: UnreadReport;
}

const EXAMPLES = 5;

/** Length of an example, in characters: a key can be anything, even a photograph. */
const LONGEST = 300;

/** Counts left-out records and keeps the first examples of each reason: a broken source must not fill the memory. */
export class IgnoredRecords {
  readonly #reasons = new Map<IgnoredReason, { count: number; examples: string[] }>();

  /** Calls `sentence` only while examples are needed. */
  add(reason: IgnoredReason, sentence: () => string): void {
    const entry = this.#reasons.get(reason) ?? { count: 0, examples: [] };
    this.#reasons.set(reason, entry);
    entry.count += 1;
    if (entry.examples.length < EXAMPLES) entry.examples.push(sentence().slice(0, LONGEST));
  }

  report(): IgnoredReport {
    const reasons = [...this.#reasons].map(([reason, entry]) => ({ reason, ...entry }));
    return { total: reasons.reduce((total, { count }) => total + count, 0), reasons };
  }
}
