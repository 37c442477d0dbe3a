// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { readCurrentPlaces, type CurrentPlaces } from '../state/current-places.js';
import { CrossSourceMatcher } from './cross-source-matcher.js';
import { readKnownDigests, type KnownDigests } from './known-digests.js';
import { findRenamedKeys, type RenamedKeys } from './renamed-keys.js';
import { UnreadPersons } from './unread-persons.js';

export interface PlanContext {
  readonly unitOfWork: UnitOfWork;
  readonly source: string;
  readonly at: Date;
  /** UAI of the school when the source is a file of one school. */
  readonly school?: string | undefined;
}

/** The data that a plan needs from the database before its first part. */
export interface PreparedPlan {
  readonly unitOfWork: UnitOfWork;
  readonly snapshot: Snapshot;
  readonly before: CurrentPlaces;
  readonly known: KnownDigests;
  readonly renamed: RenamedKeys;
  readonly unread: UnreadPersons;
  readonly elsewhere: CrossSourceMatcher;
}

export async function preparePlan(
  { unitOfWork, source, at, school }: PlanContext,
  snapshot: Snapshot,
): Promise<PreparedPlan> {
  const before = await readCurrentPlaces(unitOfWork, source, at);
  const known = await readKnownDigests(unitOfWork, source, snapshot);
  const renamed = await findRenamedKeys(unitOfWork, source, snapshot, known);
  const unread = await UnreadPersons.open(unitOfWork, source, snapshot, renamed);
  const elsewhere = await CrossSourceMatcher.open(unitOfWork, source, snapshot, { school, renamed });
  return { unitOfWork, snapshot, before, known, renamed, unread, elsewhere };
}
