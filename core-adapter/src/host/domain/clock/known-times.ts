// SPDX-License-Identifier: EUPL-1.2
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { FilesUseRow } from '../../infra/storage/files-use.entity.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { SyncRunRow } from '../sync/runs/sync-run.entity.js';
import { CLOCK_ID, ClockRow } from './clock.entity.js';

/**
 * The times of the clock. When no process has stored any yet, the latest audit line, sync or use of files until now is the latest known
 * time.
 */
export async function readKnownTimes(manager: EntityManager, now: Date): Promise<ClockRow> {
  const row = await manager.findOneBy(ClockRow, { id: CLOCK_ID });
  if (row) return row;
  const until = LessThanOrEqual(now);
  const [line] = await manager.find(AuditLine, { where: { at: until }, order: { at: 'DESC' }, take: 1 });
  const [run] = await manager.find(SyncRunRow, { where: { startedAt: until }, order: { startedAt: 'DESC' }, take: 1 });
  const [use] = await manager.find(FilesUseRow, { where: { at: until }, order: { at: 'DESC' }, take: 1 });
  const known = [line?.at, run?.startedAt, use?.at].filter((at) => at !== undefined);
  // A new database knows no time.
  const at = known.length > 0 ? new Date(Math.max(...known.map((one) => one.getTime()))) : now;
  return { id: CLOCK_ID, at, before: null, leaptAt: null, heldUntil: null };
}
