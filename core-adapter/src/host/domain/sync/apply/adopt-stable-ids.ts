// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { hasOnlyAnotherId } from '../plan/has-only-another-id.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { joinStableIds } from './stable-ids-column.js';

/**
 * Stores the new stable ids of people who differ in nothing else in a plan. The ids come from their key, or from the key that they are
 * renamed to. Their digests are cleared, so that the next sync compares them.
 * @returns the number of people
 */
export async function adoptStableIds(
  manager: EntityManager,
  source: string,
  parts: AsyncIterable<SyncPlan>,
): Promise<number> {
  let adopted = 0;
  for await (const { persons } of parts) {
    const named = [...persons.created, ...persons.joined.map(({ person }) => person)];
    const ids = new Map(named.map(({ key, stableIds }) => [key, stableIds]));
    for (const { key, personId } of persons.replaced.filter(hasOnlyAnotherId)) {
      const stableIds = joinStableIds(ids.get(key));
      if (stableIds === null) continue;
      await manager.update(ExternalIdRow, { source, personId }, { stableIds, digest: null });
      adopted += 1;
    }
  }
  return adopted;
}
