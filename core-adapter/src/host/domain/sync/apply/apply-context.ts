// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { SyncPlan } from '../plan/sync-plan.js';

/** The instant and the source of an application. */
export interface ApplyContext {
  readonly source: string;
  readonly now: Date;
}

/** Person ids by key, of one source. */
export type PersonIds = ReadonlyMap<string, string>;

/** Group ids by `groupKey`, of one source and the school years of the plan. */
export type GroupIds = ReadonlyMap<string, string>;

/** Yields the parts of a plan from the first on, each time it is called. */
export type PlanParts = (manager: EntityManager) => AsyncIterable<SyncPlan>;
