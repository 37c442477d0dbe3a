// SPDX-License-Identifier: EUPL-1.2
import type { JobWork } from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import { z } from 'zod';
import type { FileShareBrick } from '../../brick-types.js';
import { QuotaError } from '../../domain/quota/quota-error.js';
import type { Quotas } from '../../domain/quota/quotas.js';
import { CopyPartRow, CopyRow, type StopReason } from '../../store/copy.entity.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import { copyNextPart, type PartTools } from '../../domain/copies/copy-next-part.js';
import { COPY } from '../../domain/copies/start-copy.js';

/** The topic that tells the open pages of a person how far a copy is. */
export const COPIES = 'copies';

/** Large copies go on in a job, a part at a time. */
export function registerCopyJob({ jobs, settings }: Pick<FileShareBrick, 'jobs' | 'settings'>): void {
  jobs.provide(COPY, { data: z.strictObject({ copyId: z.uuid() }) }, (work, { copyId }, signal) =>
    makeCopy(copyId, work, settings.quota, signal),
  );
}

/**
 * Makes the parts that are left, and then says how the copy ended. After a crash, the next run goes on with the first part that was not made:
 * a part and the note that it was made commit together.
 */
async function makeCopy(copyId: string, work: JobWork, quotas: Quotas, signal: AbortSignal): Promise<void> {
  const { db, clock, live } = work;
  const tools = { db, clock, quotas, copies: await copiedFolders(copyId, work) };
  const copy = await db.repository(CopyRow).findOne({ where: { id: copyId, state: 'running' } });
  if (!copy) return;
  const reason = await makeParts(copy, tools, () => {
    signal.throwIfAborted();
    live.publish([copy.ownerId], COPIES);
  });
  await work.complete(async () => {
    await endCopy(copyId, reason, { db, clock });
    live.publish([copy.ownerId], COPIES);
  });
}

/** @returns why it stopped, or undefined when all parts were made */
async function makeParts(
  { id: copyId, spaceId }: CopyRow,
  tools: PartTools,
  tell: () => void,
): Promise<StopReason | undefined> {
  const parts = tools.db.repository(CopyPartRow);
  for (;;) {
    const part = await parts.findOne({ where: { copyId, folders: IsNull() }, order: { number: 'ASC' } });
    if (!part) return undefined;
    try {
      await copyNextPart(part, spaceId, tools);
    } catch (error) {
      if (error instanceof QuotaError) return 'room';
      if (error instanceof TreeRefusal) return 'gone';
      throw error;
    }
    tell();
  }
}

async function copiedFolders(copyId: string, { db }: Pick<JobWork, 'db'>): Promise<Map<string, string>> {
  const made = await db.repository(CopyPartRow).find({ where: { copyId, folders: Not(IsNull()) } });
  return new Map(made.flatMap(({ folders }) => JSON.parse(folders ?? '[]') as [string, string][]));
}

/** Ends a copy that is running, in a transaction. One that left something out says so. */
export async function endCopy(
  copyId: string,
  reason: StopReason | undefined,
  { db, clock }: Pick<JobWork, 'db' | 'clock'>,
): Promise<void> {
  const copies = db.repository(CopyRow);
  const copy = await copies.findOne({ where: { id: copyId, state: 'running' } });
  if (!copy) return;
  const why = reason ?? (copy.copied < copy.total ? 'changed' : null);
  const state = why === null ? 'done' : 'stopped';
  await copies.update({ id: copyId }, { state, reason: why, changedAt: clock.now() });
  await db.repository(CopyPartRow).delete({ copyId });
}
