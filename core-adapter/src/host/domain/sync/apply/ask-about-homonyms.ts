// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { batches } from '../../directory/batches.js';
import { PersonRow } from '../../directory/person.entity.js';
import { insertRows } from './write-rows.js';
import type { HomonymPlan } from '../plan/sync-plan.js';
import { requireId } from '../state/require-id.js';
import { HomonymRow } from '../state/homonym.entity.js';
import type { ApplyContext, PersonIds } from './apply-context.js';

/** Stores pairs of homonyms to decide about. A pair that was asked about before, in either order, is not stored again. */
export async function askAboutHomonyms(
  manager: EntityManager,
  homonyms: readonly HomonymPlan[],
  ids: PersonIds,
  { source, now }: ApplyContext,
): Promise<void> {
  for (const batch of batches(homonyms)) {
    const known = await knownPairs(
      manager,
      batch.map(({ key }) => requireId(ids, key)),
    );
    const others = await manager.findBy(PersonRow, { id: In(batch.map(({ other }) => other)) });
    const there = new Set(others.map(({ id }) => id));
    const rows = new Map<string, HomonymRow>();
    for (const { key, other, why } of batch) {
      const personId = requireId(ids, key);
      const pair = pairOf(personId, other);
      if (known.has(pair) || !there.has(other) || personId === other) continue;
      const undecided = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
      rows.set(pair, { id: newId(), source, personId, otherId: other, why, ...undecided });
    }
    await insertRows(manager, HomonymRow, [...rows.values()]);
  }
}

async function knownPairs(manager: EntityManager, personIds: string[]): Promise<Set<string>> {
  const rows = await manager.find(HomonymRow, {
    where: [{ personId: In(personIds) }, { otherId: In(personIds) }],
  });
  return new Set(rows.map(({ personId, otherId }) => pairOf(personId, otherId)));
}

/** A key for a pair, independent of the order. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(' ');
}
