// SPDX-License-Identifier: EUPL-1.2
import type { ExternalIdRow } from '../../domain/directory/external-id.entity.js';

/** As imports write a key that they make of a number or of names: whoever knows how could try every number. */
const DIGEST = /[0-9a-f]{20,}/i;

/** The key by which a source calls a person; null where it gives the national number away. */
export function shownKey({ key, ine, lastIne }: Pick<ExternalIdRow, 'key' | 'ine' | 'lastIne'>): string | null {
  const numbers = [ine, lastIne].flatMap((number) => (number === null ? [] : [number.toLowerCase()]));
  const isSecret = DIGEST.test(key) || numbers.some((number) => key.toLowerCase().includes(number));
  return isSecret ? null : key;
}
