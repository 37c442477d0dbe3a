// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ActivationRow } from './activation.entity.js';
import { isOpen } from './activation-rule.js';

/**
 * Sixteen characters that change whenever these rules do. A page carries them; what comes back with others was decided on a page
 * that somebody else has made out of date. Of a rule that is there, only its end may ever change.
 */
export function rulesVersion(rules: readonly ActivationRow[]): string {
  const lines = rules.map(({ id, until }) => `${id} ${until?.toISOString() ?? ''}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/**
 * Whether a page with that version was made after the last decision: since then, rules have only run out by themselves.
 * `history`: every rule that the brick had.
 */
export function hasOnlyRunOut(seen: string, history: readonly ActivationRow[], decided: Date, now: Date): boolean {
  const ends = history.flatMap(({ until }) => (until && until >= decided && until <= now ? [until] : []));
  return [decided, ...ends].some((at) => rulesVersion(history.filter((row) => isOpen(row, at))) === seen);
}
