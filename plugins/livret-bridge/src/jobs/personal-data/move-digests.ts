// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonMove } from '@volee/core-adapter';
import { hashOfRow, isAsSigned } from '../../domain/bilan/hash-of-row.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { hashOfKept, keptIn } from '../../domain/trace/kept-publication.js';

/**
 * Writes the digests in the history of a bilan anew for another pupil, since they cover the pupil. The history says what each one
 * was: families and the collège may have noted it. A digest of a text that nobody kept, or that did not match it, stays.
 */
export async function moveDigests(
  row: BilanRow,
  { db, from, to }: Pick<PersonMove, 'db' | 'from' | 'to'>,
  clock: Clock,
): Promise<void> {
  const traces = db.repository(TraceRow);
  const steps = await traces.find({ where: { bilanId: row.id } });
  const changed = new Map<string, string>();
  if (row.sha256 !== null && isAsSigned(row)) changed.set(row.sha256, hashOfRow({ ...row, pupilId: to }));
  for (const step of steps) {
    const kept = keptIn(step);
    if (kept && typeof step.sha256 === 'string' && hashOfKept(from, kept) === step.sha256) {
      changed.set(step.sha256, hashOfKept(to, kept));
    }
  }
  const at = clock.now();
  const moved = { bilanId: row.id, pupilId: to, personId: null, personName: null, what: 'moved', word: null } as const;
  for (const [before, after] of changed) {
    await traces.update({ bilanId: row.id, sha256: before }, { sha256: after });
    await traces.insert([{ ...moved, at, day: at.toISOString().slice(0, 10), sha256: before }]);
  }
}
