// SPDX-License-Identifier: EUPL-1.2
import type { Replacement } from './sync-plan.js';

/** Whether the two people of a key agree in all known fields but the stable id, as after a directory was restored from a copy. */
export function hasOnlyAnotherId({ isDoubtful, against }: Replacement): boolean {
  return isDoubtful && against.length === 1 && against[0] === 'stable-id';
}
