// SPDX-License-Identifier: EUPL-1.2
import { Not, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ActivationRow } from '../domain/activation/activation.entity.js';
import { LapsingGrantRow } from '../domain/administrators/lapsing-grant.entity.js';
import { ClassJoinRow } from '../domain/sync/classes/class-join.entity.js';
import type { Leap } from '../domain/clock/clock-guard.js';
import { AttachmentRow } from '../domain/directory/attachment.entity.js';
import { ExternalIdRow } from '../domain/directory/external-id.entity.js';
import { FormerMembershipRow } from '../domain/directory/former-membership.entity.js';
import { GroupRow } from '../domain/directory/group.entity.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import { STAND_IN_SOURCE } from '../domain/directory/stand-in.entity.js';
import { PutAwayRow } from '../domain/former-schools/put-away.entity.js';
import { KeptTextRow } from '../domain/kept-texts/kept-text.entity.js';
import { instantOf } from '../domain/sync/baseline/instant-of.js';
import { SyncRunRow } from '../domain/sync/runs/sync-run.entity.js';
import { HomonymRow } from '../domain/sync/state/homonym.entity.js';

const DAY = 86_400_000;

/** A column with times that the host writes as it reads its clock, and by which it judges later. */
interface Dated {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly column: string;
  /** Leaves out the rows in which this time was chosen. */
  readonly where?: ObjectLiteral;
  /** A column of the same row that says when this time was decided: where both differ, somebody has chosen it. */
  readonly decidedIn?: string;
}

const DATED: readonly Dated[] = [
  { entity: AttachmentRow, column: 'from', where: { source: Not(STAND_IN_SOURCE) } },
  { entity: AttachmentRow, column: 'until', where: { source: Not(STAND_IN_SOURCE) } },
  { entity: GroupRow, column: 'namedAt' },
  { entity: GroupRow, column: 'endedAt' },
  { entity: FormerMembershipRow, column: 'until' },
  { entity: FormerMembershipRow, column: 'leftAt' },
  { entity: ExternalIdRow, column: 'leftAt' },
  { entity: PersonRow, column: 'disabledAt' },
  { entity: HomonymRow, column: 'askedAt' },
  { entity: HomonymRow, column: 'decidedAt' },
  { entity: ClassJoinRow, column: 'askedAt' },
  { entity: ClassJoinRow, column: 'decidedAt' },
  { entity: PutAwayRow, column: 'at' },
  { entity: KeptTextRow, column: 'savedAt' },
  { entity: KeptTextRow, column: 'otherAt' },
  { entity: KeptTextRow, column: 'thrownAt' },
  { entity: LapsingGrantRow, column: 'noticedAt' },
  { entity: LapsingGrantRow, column: 'warnedAt' },
  { entity: ActivationRow, column: 'from', decidedIn: 'decidedAt' },
  { entity: ActivationRow, column: 'until', decidedIn: 'endedAt' },
  { entity: ActivationRow, column: 'decidedAt' },
  { entity: ActivationRow, column: 'endedAt' },
  { entity: SyncRunRow, column: 'startedAt' },
  { entity: SyncRunRow, column: 'endedAt' },
  { entity: SyncRunRow, column: 'fullAt' },
];

/**
 * Corrects the times that the host wrote while the clock was ahead: otherwise an attachment that began then would not be in force until
 * that day. Times that were equal stay equal, and the others keep their order (ADR 67).
 */
export async function setBackTimes(manager: EntityManager, leap: Leap): Promise<void> {
  for (const dated of DATED) await setBack(manager, dated, leap);
}

async function setBack(
  manager: EntityManager,
  { entity, column, where = {}, decidedIn }: Dated,
  leap: Leap,
): Promise<void> {
  const times = await manager
    .createQueryBuilder(entity, 'dated')
    .select(`dated.${column}`, 'time')
    .distinct()
    .where(where)
    .andWhere(`dated.${column} > :since`, { since: since(leap) })
    .getRawMany<{ time: unknown }>();
  for (const time of times.map((row) => instantOf(row.time))) {
    const rows = { ...where, [column]: time, ...(decidedIn && { [decidedIn]: time }) };
    await manager.update(entity, rows, { [column]: beforeLeap(time, leap) });
  }
}

/**
 * Nothing is written in the time over which a clock leaps: what is there was right. A day is for commands that ran before anybody looked, and
 * for times that an earlier way back has moved.
 */
function since({ from, to }: Leap): Date {
  return new Date(Math.max(to.getTime(), from.getTime() - DAY));
}

/** The last time that the clock showed ahead was about now. Between several leaps, nothing is earlier than the last right time. */
function beforeLeap(time: Date, { before, last, to }: Leap): Date {
  const moved = time.getTime() - (last.getTime() - to.getTime());
  return new Date(Math.min(Math.max(moved, before.getTime()), to.getTime()));
}
