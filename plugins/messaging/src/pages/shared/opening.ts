// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { plainTextOf } from '../../domain/text/plain-text.js';

const LONGEST = 100;

/** The beginning of a text, on one line and without the signs of its formatting. */
export function openingOf(body: string, message?: { readonly asProfile: Profile }): string {
  const words = plainTextOf(body.slice(0, 4 * LONGEST), message).replace(/\s+/g, ' ');
  const characters = [...words];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
}
