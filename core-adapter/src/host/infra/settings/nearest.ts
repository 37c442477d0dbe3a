// SPDX-License-Identifier: EUPL-1.2
import { editDistance } from '../util/edit-distance.js';

/** The known word closest to a misspelt one, if any is close enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= limit ? best.candidate : undefined;
}
