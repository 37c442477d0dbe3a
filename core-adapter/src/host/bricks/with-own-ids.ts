// SPDX-License-Identifier: EUPL-1.2
import type { DeclaredBrick, FailedBrick } from '../domain/bricks/loaded-brick.js';

type Known = DeclaredBrick | FailedBrick;

/**
 * The same bricks, each with an id of its own: addresses, switches and measures go by it. Of a brick that failed it may be a
 * guess, or that of one which is well; it then gets another one.
 */
export function withOwnIds(all: readonly Known[]): Known[] {
  const taken = new Set<string>();
  const ids = new Map<Known, string>();
  // Those that are well come first; then those of which the manifest at least was read, whose id is no guess.
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
