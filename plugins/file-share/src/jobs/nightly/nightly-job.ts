// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { NotFoundError, type SchoolWork } from '@volee/core-adapter';
import { LessThan } from 'typeorm';
import type { FileShareBrick } from '../../brick-types.js';
import { endOldCopies } from '../copies/end-old-copies.js';
import { recountSchool } from '../../domain/recount/recount-school.js';
import { emptyOldTrash } from './empty-old-trash.js';
import { ContentRow } from '../../store/content.entity.js';

const DAY = 86_400_000;

const PART = 500;

/**
 * Registers the nightly work, which also runs where the brick is off. When the process was killed in the middle, every step does what is
 * left of it. Stored keys that no row names are removed by the host.
 */
export function registerNightly({ jobs }: FileShareBrick): void {
  const schedule = { data: z.strictObject({}), every: '23 3 * * *', whileOff: true, needsSureClock: true } as const;
  jobs.provide('tidy-up', schedule, async (work, _data, signal) => {
    await endOldCopies(work);
    await emptyOldTrash(work, signal);
    for (const fault of await recountSchool({ ...work, isRepair: true }, signal)) {
      const done =
        fault.kind === 'orphan'
          ? 'a folder was of no work any more, and was deleted'
          : 'a count of files was wrong, and is right again';
      work.log.error({ school: work.school.uai, ...fault }, done);
    }
    await removeUnusedContent(work, signal);
    await readTypes(work, signal);
  });
}

/** Reads the types of content that was stored before types were. Lost content has none: "volee files verify" reports it. */
async function readTypes({ db, storage }: Pick<SchoolWork, 'db' | 'storage'>, signal: AbortSignal): Promise<void> {
  const contents = db.repository(ContentRow);
  for (;;) {
    const found = await contents.find({ where: { type: '' }, take: PART });
    for (const { id, storageKey } of found) {
      signal.throwIfAborted();
      const type = await storage.typeOf(storageKey).catch((error: unknown) => {
        if (error instanceof NotFoundError) return null;
        throw error;
      });
      await contents.update({ id, storageKey }, { type });
    }
    if (found.length < PART) return;
  }
}

/**
 * Removes content that no file has had for a day. The row goes first, and only while it counts no file: an upload that finds it counts one
 * before, or stores its own. After a crash between the two, the host removes what no row names.
 */
async function removeUnusedContent(
  { db, storage, clock }: Pick<SchoolWork, 'db' | 'storage' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  const contents = db.repository(ContentRow);
  const unused = { refs: 0, unusedSince: LessThan(new Date(clock.now().getTime() - DAY)) };
  for (;;) {
    const found = await contents.find({ where: unused, take: PART });
    for (const { id, storageKey } of found) {
      signal.throwIfAborted();
      if ((await contents.delete({ ...unused, id })) > 0) await storage.remove(storageKey);
    }
    if (found.length < PART) return;
  }
}
