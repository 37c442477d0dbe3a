// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { SyncPlanPartRow } from './sync-plan-part.entity.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { SyncRunRow } from './sync-run.entity.js';

/** Characters of base64 in a part: one byte each, under the 64 kB of `text`. */
const PART = 60_000;

/** Ten parts in a statement: 600 kB. */
const PARTS = 10;

/** Plans name people: how long they are kept, in days. The figures of the run stay. */
const KEPT_DAYS = 90;

/** A plan in the form in which it is stored. */
export async function packPlan(plan: SyncPlan): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(plan))).toString('base64');
}

export async function writePlan(manager: EntityManager, runId: number, packed: string): Promise<void> {
  const rows = Array.from({ length: Math.ceil(packed.length / PART) }, (_, part) => {
    return { runId, part, content: packed.slice(part * PART, (part + 1) * PART) };
  });
  for (const batch of batches(rows, PARTS)) await manager.insert(SyncPlanPartRow, [...batch]);
}

/** @returns null when no plan was made, or it has been forgotten */
export async function readPlan(manager: EntityManager, runId: number): Promise<SyncPlan | null> {
  const parts = await manager.find(SyncPlanPartRow, { where: { runId }, order: { part: 'ASC' } });
  if (parts.length === 0) return null;
  const packed = Buffer.from(parts.map(({ content }) => content).join(''), 'base64');
  return JSON.parse((await promisify(gunzip)(packed)).toString('utf8')) as SyncPlan;
}

/** Deletes plans older than is needed to explain what a sync did. */
export async function forgetOldPlans(manager: EntityManager, now: Date): Promise<void> {
  await forgetPlansUntil(manager, new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000));
}

/** Deletes the plans of readings that began then or before. */
export async function forgetPlansUntil(manager: EntityManager, until: Date): Promise<void> {
  const startedAt = LessThanOrEqual(until);
  const last = await manager.findOne(SyncRunRow, { where: { startedAt }, order: { id: 'DESC' } });
  if (last) await manager.delete(SyncPlanPartRow, { runId: LessThanOrEqual(last.id) });
}
