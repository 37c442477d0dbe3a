// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';

/** So many DNs are written to the log for each reason; the rest is only counted. */
const EXAMPLES = 5;

/** Counts what is left out, so that a directory full of faults does not fill the log. */
export class Problems {
  readonly #byReason = new Map<string, { count: number; examples: string[] }>();

  add(reasons: readonly string[], dn: string): void {
    for (const reason of reasons) {
      const seen = this.#byReason.get(reason) ?? { count: 0, examples: [] };
      seen.count += 1;
      if (seen.examples.length < EXAMPLES) seen.examples.push(dn);
      this.#byReason.set(reason, seen);
    }
  }

  /** One warning for each reason. */
  report(log: Log, source: string): void {
    for (const [reason, { count, examples }] of this.#byReason) {
      log.warn({ source, reason, count, examples }, 'entries of the directory were left out');
    }
  }
}
