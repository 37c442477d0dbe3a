// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { CATEGORIES, type AafRequest, type Category, type Entry } from '../entry.js';
import type { Problems } from '../problems.js';
import { applyRequest } from './apply-request.js';

/** The maximum number of requests of a Delta in memory, some 100 MB at the very worst; a Delta of a day has some hundred. */
const MOST_REQUESTS = 100_000;

type Changes = ReadonlyMap<Category, Map<string, AafRequest[]>>;

/**
 * Every entry as it is after a Delta, category by category: what the state has, changed, then what the Delta adds.
 * @param state the entries of a category as they were, one by one
 * @throws InputError when the Delta is too large to be one
 */
export async function* mergeDelta(
  state: (category: Category) => AsyncIterable<Entry>,
  delta: AsyncIterable<AafRequest>,
  problems: Problems,
): AsyncGenerator<Entry, void, undefined> {
  const changes = await collect(delta);
  for (const category of CATEGORIES) {
    const pending = changes.get(category) ?? new Map<string, AafRequest[]>();
    // Exports of single schools may each have named the same person: all of them change.
    const known = new Set<string>();
    for await (const entry of state(category)) {
      const requests = pending.get(entry.key);
      if (requests) known.add(entry.key);
      const after = (requests ?? []).reduce<Entry | undefined>(applyRequest, entry);
      if (after) yield after;
    }
    for (const [key, requests] of pending) {
      if (known.has(key)) continue;
      const added = requests.reduce<Entry | undefined>(applyRequest, undefined);
      if (added) yield added;
      else if (requests.at(-1)?.operation === 'modify') {
        problems.add('changes of entries that the last Complet did not have, or that are of no school served', key);
      }
    }
  }
}

async function collect(delta: AsyncIterable<AafRequest>): Promise<Changes> {
  const changes = new Map(CATEGORIES.map((category) => [category, new Map<string, AafRequest[]>()]));
  let count = 0;
  for await (const request of delta) {
    count += 1;
    if (count > MOST_REQUESTS) {
      throw new InputError(`The Delta has more than ${MOST_REQUESTS} changes.`, {
        remedy: 'Hand over a Complet instead.',
      });
    }
    const ofCategory = changes.get(request.category);
    ofCategory?.set(request.key, [...(ofCategory.get(request.key) ?? []), request]);
  }
  return changes;
}
