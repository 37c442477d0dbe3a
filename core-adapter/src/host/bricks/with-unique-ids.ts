// SPDX-License-Identifier: EUPL-1.2
import type { DeclaredBrick, FailedBrick } from '../domain/bricks/loaded-brick.js';

type Known = DeclaredBrick | FailedBrick;

/**
 * Gives each brick a unique id for addresses, switches and metrics. The id of a failed brick may be a guess, or that of
 * a working brick; it is then replaced.
 */
export function withUniqueIds(all: readonly Known[]): Known[] {
  const taken = new Set<string>();
  const ids = new Map<Known, string>();
  // Working bricks come first, then failed bricks with a manifest: their id is not a guess.
  for (const brick of [...all].sort((a, b) => doubt(a) - doubt(b))) {
    const id = freeId(brick.id, taken);
    taken.add(id);
    ids.set(brick, id);
  }
  return all.map((brick) => ({ ...brick, id: ids.get(brick) ?? brick.id }));
}

function doubt(brick: Known): number {
  if (!('state' in brick)) return 0;
  return brick.manifest ? 1 : 2;
}

function freeId(id: string, taken: ReadonlySet<string>, count = 1): string {
  const candidate = count === 1 ? id : `${id}-${count}`;
  return taken.has(candidate) ? freeId(id, taken, count + 1) : candidate;
}
