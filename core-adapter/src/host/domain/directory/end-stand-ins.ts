// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThan, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { NO_WORD, STAND_IN_SOURCE, StandInRow } from './stand-in.entity.js';

/** Ends replacements now, with the attachments and words that came with them. Replacements that have not begun are deleted. */
export async function endStandIns(
  manager: EntityManager,
  which: FindOptionsWhere<StandInRow>,
  now: Date,
): Promise<void> {
  const rows = await manager.findBy(StandInRow, { ...which, until: MoreThan(now) });
  for (const batch of batches(rows)) {
    const begun = In(batch.filter(({ from }) => from < now).map(({ id }) => id));
    const toCome = In(batch.filter(({ from }) => from >= now).map(({ id }) => id));
    await manager.update(StandInRow, { id: begun }, { until: now, ...NO_WORD });
    await manager.update(AttachmentRow, { id: begun, source: STAND_IN_SOURCE }, { until: now });
    await manager.delete(StandInRow, { id: toCome });
    await manager.delete(AttachmentRow, { id: toCome, source: STAND_IN_SOURCE });
  }
}

/** Gives a replacement other days, with the attachment that came with it. */
export async function setDaysOfStandIn(
  manager: EntityManager,
  id: string,
  days: Pick<StandInRow, 'from' | 'until'>,
): Promise<void> {
  await manager.update(StandInRow, { id }, days);
  await manager.update(AttachmentRow, { id, source: STAND_IN_SOURCE }, days);
}

/** Moves the replacements of one person to another, with their attachments, and the words that the person has left for others. */
export async function moveStandIns(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.update(StandInRow, { personId: from }, { personId: to });
  await manager.update(StandInRow, { wordBy: from }, { wordBy: to });
  await manager.update(AttachmentRow, { personId: from, source: STAND_IN_SOURCE }, { personId: to });
}
