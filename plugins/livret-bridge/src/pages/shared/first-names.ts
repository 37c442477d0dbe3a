// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';

const SHOWN = 3;

/** « Aya Haddad, Tom Renaud, Zoé Morel et 21 autres »; four names stand in full. */
export function firstNames(names: readonly string[], { t, format }: Pick<LivretRequest, 't' | 'format'>): string {
  if (names.length <= SHOWN + 1) return format.list(names);
  return t('names.more', { names: names.slice(0, SHOWN).join(', '), count: names.length - SHOWN });
}
