// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Between, LessThanOrEqual, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { SyncPlanPartRow } from './sync-plan-part.entity.js';
import { SyncRunRow } from './sync-run.entity.js';

/** Bytes in a row, a multiple of three: 60,000 characters of base64, under the 64 kB of `text`. */
const ROW = 45_000;

/** Ten rows in a statement: 600 kB. */
const ROWS = 10;

/** Plans name people: how long they are kept, in days. The figures of the run stay. */
const KEPT_DAYS = 90;

/** After a row whose part goes on in the next one; no character of base64. */
const MORE = ':';

/** Parts of a plan in the form in which they are stored: packed JSON, each in rows of its own. */
export class PackedPlan {
  readonly #packed: Buffer[] = [];

  async add(part: SyncPlan): Promise<void> {
    this.#packed.push(await promisify(gzip)(JSON.stringify(part), { level: 1 }));
  }

  get isEmpty(): boolean {
    return this.#packed.length === 0;
  }

  async write(manager: EntityManager, runId: number): Promise<void> {
    const contents = this.#packed.flatMap((bytes) => {
      const rows = Array.from({ length: Math.ceil(bytes.length / ROW) }, (_, row) =>
        bytes.toString('base64', row * ROW, (row + 1) * ROW),
      );
      return rows.map((content, row) => (row < rows.length - 1 ? `${content}${MORE}` : content));
    });
    let part = 0;
    for (const batch of batches(contents, ROWS)) {
      await manager.insert(
        SyncPlanPartRow,
        batch.map((content) => ({ runId, part: part++, content })),
      );
    }
  }
}

/** The parts of a stored plan, one at a time; none when no plan was made, or it has been forgotten. */
export async function* readPlan(manager: EntityManager, runId: number): AsyncGenerator<SyncPlan> {
  let packed: Buffer[] = [];
  for (let from = 0; ; from += ROWS) {
    const where = { runId, part: Between(from, from + ROWS - 1) };
    const rows = await manager.find(SyncPlanPartRow, { where, order: { part: 'ASC' } });
    for (const { content } of rows) {
      packed.push(Buffer.from(content.replace(MORE, ''), 'base64'));
      if (content.endsWith(MORE)) continue;
      yield parsePart((await promisify(gunzip)(Buffer.concat(packed))).toString('utf8'));
      packed = [];
    }
    if (rows.length < ROWS) return;
  }
}

/** A plan that an earlier version stored has `digests` as an object, and may still wait to be applied. */
function parsePart(json: string): SyncPlan {
  const part = JSON.parse(json) as SyncPlan & { readonly digests: SyncPlan['digests'] | Record<string, string> };
  return Array.isArray(part.digests) ? part : { ...part, digests: Object.entries(part.digests) };
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
