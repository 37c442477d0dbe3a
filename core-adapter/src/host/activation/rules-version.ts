// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ActivationRow } from './activation.entity.js';

/**
 * Sixteen characters that change whenever these rules do. A page carries them; what comes back with others was decided on a page
 * that somebody else has made out of date. Of a rule that is there, only its end may ever change.
 */
export function rulesVersion(rules: readonly ActivationRow[]): string {
  const lines = rules.map(({ id, until }) => `${id} ${until?.toISOString() ?? ''}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
