// SPDX-License-Identifier: EUPL-1.2
import type { Jobs, JobWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { MessageRow, UNDELIVERED } from '../../store/message.entity.js';
import { DELIVER } from './deliver-data.js';

/** The job that judges again every message of which a part is still to be delivered. */
export const JUDGE_WAITING = 'judge-waiting';

/** The number of messages in one transaction. */
const PART = 500;

/** Enqueues the job once. Call it in the transaction of each change of rules, hours or pauses. */
export async function enqueueJudging(jobs: Jobs): Promise<void> {
  await jobs.enqueue(JUDGE_WAITING, {}, { key: JUDGE_WAITING });
}

/** A message that comes in meanwhile is judged by its own delivery, which reads the new policy. */
export async function judgeWaiting({ db, jobs, complete }: JobWork, signal: AbortSignal): Promise<void> {
  let part = await readPart(undefined);
  while (part.length === PART) {
    signal.throwIfAborted();
    const full = part;
    await db.transaction(() => enqueueEach(full));
    part = await readPart(full.at(-1));
  }
  const last = part;
  await complete(() => enqueueEach(last));

  function readPart(after: Pick<MessageRow, 'id'> | undefined): Promise<Pick<MessageRow, 'id'>[]> {
    return db.repository(MessageRow).find({
      select: ['id'],
      where: { state: In([...UNDELIVERED]) },
      order: { id: 'ASC' },
      take: PART,
      ...(after && { after: { id: after.id } }),
    });
  }

  async function enqueueEach(messages: readonly Pick<MessageRow, 'id'>[]): Promise<void> {
    for (const { id } of messages) await jobs.enqueue(DELIVER, { messageId: id }, { key: `${id} again` });
  }
}
