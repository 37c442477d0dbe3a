// SPDX-License-Identifier: EUPL-1.2
import type { LivretKey, LivretTexts } from '../../brick-types.js';

const KEYS = [
  'phrase.listens',
  'phrase.care',
  'phrase.progress',
  'phrase.helps',
  'phrase.dares',
  'phrase.rereads',
  'phrase.pace',
  'phrase.effort',
] as const satisfies readonly LivretKey[];

/** The phrases that are offered to a teacher without any of their own. */
export function defaultPhrases(t: LivretTexts): readonly string[] {
  return KEYS.map((key) => t(key));
}
