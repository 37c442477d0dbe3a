// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ActivationRow } from './activation.entity.js';
import { isOpen } from './activation-rule.js';

/**
 * Sixteen characters that change whenever these rules change. A page carries them, so that a decision taken on an outdated page is
 * recognised. Only the end of an existing rule may change, so ids and ends are hashed.
 */
export function rulesVersion(rules: readonly ActivationRow[]): string {
  const lines = rules.map(({ id, until }) => `${id} ${until?.toISOString() ?? ''}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/**
 * Whether a page with this version was made after the last decision, so that since then rules have only reached their ends. `history`:
 * every rule that the brick had.
 */
export function hasOnlyRunOut(seen: string, history: readonly ActivationRow[], decided: Date, now: Date): boolean {
  const ends = history.flatMap(({ until }) => (until && until >= decided && until <= now ? [until] : []));
  return [decided, ...ends].some((at) => rulesVersion(history.filter((row) => isOpen(row, at))) === seen);
}
