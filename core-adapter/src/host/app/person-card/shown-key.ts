// SPDX-License-Identifier: EUPL-1.2
import type { ExternalIdRow } from '../../domain/directory/external-id.entity.js';

/** A digest as imports make keys of a number or of names: it could be reversed by trying every number. */
const DIGEST = /[0-9a-f]{20,}/i;

/** The key of a person at a source; null where it would reveal the national number. */
export function shownKey({ key, ine, lastIne }: Pick<ExternalIdRow, 'key' | 'ine' | 'lastIne'>): string | null {
  const numbers = [ine, lastIne].flatMap((number) => (number === null ? [] : [number.toLowerCase()]));
  const isSecret = DIGEST.test(key) || numbers.some((number) => key.toLowerCase().includes(number));
  return isSecret ? null : key;
}
