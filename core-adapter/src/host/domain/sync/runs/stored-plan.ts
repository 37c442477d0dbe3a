// SPDX-License-Identifier: EUPL-1.2
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Between, LessThanOrEqual, type EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { NO_PERSONS } from '../plan/merge-plans.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { SyncPlanPartRow } from './sync-plan-part.entity.js';
import { SyncRunRow } from './sync-run.entity.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/** Bytes in a row, a multiple of three: 60,000 characters of base64, under the 64 kB of `text`. */
const ROW = 45_000;

/** Rows in a statement: 600 kB. */
const ROWS = 10;

/** Days for which plans are kept, since they name people. The figures of the run stay. */
const KEPT_DAYS = 90;

/** Ends a row that continues in the next one; not a character of base64. */
const MORE = ':';

/** Increases with every change to the shape of a plan: a stored plan may be read by a later version. */
const FORMAT = 2;

interface StoredPart {
  readonly format: number;
  readonly part: SyncPlan;
}

/** Parts of a plan in their stored form: gzipped JSON, each part in rows of its own. */
export class PackedPlan {
  readonly #packed: Buffer[] = [];

  async add(part: SyncPlan): Promise<void> {
    const stored: StoredPart = { format: FORMAT, part };
    this.#packed.push(await promisify(gzip)(JSON.stringify(stored), { level: 1 }));
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

/** Yields the parts of a stored plan; none when no plan was made or it was deleted. */
export async function* readPlan(manager: EntityManager, runId: number): AsyncGenerator<SyncPlan> {
  for await (const stored of readParts(manager, runId)) yield stored.format === FORMAT ? stored.part : asToday(stored);
}

/**
 * Yields the parts of a plan for application.
 * @throws ConflictError when an earlier version made the plan: it did not check whether keys still name the same people
 */
export async function* readPlanToApply(manager: EntityManager, runId: number): AsyncGenerator<SyncPlan> {
  for await (const { format, part } of readParts(manager, runId)) {
    if (format !== FORMAT) {
      throw outdatedPlan(`An earlier version of Volée made the plan of sync run ${runId}.`, { id: runId });
    }
    yield part;
  }
}

async function* readParts(manager: EntityManager, runId: number): AsyncGenerator<StoredPart> {
  let packed: Buffer[] = [];
  for (let from = 0; ; from += ROWS) {
    const where = { runId, part: Between(from, from + ROWS - 1) };
    const rows = await manager.find(SyncPlanPartRow, { where, order: { part: 'ASC' } });
    for (const { content } of rows) {
      packed.push(Buffer.from(content.replace(MORE, ''), 'base64'));
      if (content.endsWith(MORE)) continue;
      yield JSON.parse((await promisify(gunzip)(Buffer.concat(packed))).toString('utf8')) as StoredPart;
      packed = [];
    }
    if (rows.length < ROWS) return;
  }
}

/** Fills the lists that are missing in plans of earlier versions, which stored the plan without a format number. */
function asToday(stored: unknown): SyncPlan {
  const plan = stored as SyncPlan;
  return { ...plan, digests: [], stableIds: [], persons: { ...NO_PERSONS.persons, ...plan.persons } };
}

/** Deletes plans older than `KEPT_DAYS`. */
export async function forgetOldPlans(manager: EntityManager, now: Date): Promise<void> {
  await forgetPlansUntil(manager, new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000));
}

/** Deletes the plans of runs that started at this time or before. */
export async function forgetPlansUntil(manager: EntityManager, until: Date): Promise<void> {
  const startedAt = LessThanOrEqual(until);
  const last = await manager.findOne(SyncRunRow, { where: { startedAt }, order: { id: 'DESC' } });
  if (last) await manager.delete(SyncPlanPartRow, { runId: LessThanOrEqual(last.id) });
}
