// SPDX-License-Identifier: EUPL-1.2
import type { HandOver, SentParcel } from '@volee/core-adapter/hand-over';
import { parcelKey } from '../hand-over/handed-bilan.js';
import { recallParcels } from '../hand-over/recall-parcels.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { keepPublication } from '../trace/kept-publication.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import { audited, type LifeContext, type StepTaken } from './life-context.js';
import { inOrder } from './sign.js';

/** Sends bilans back to their teachers with a word, before they are published. The signature and the visa go; the word stays in the history. */
export function sendBack(rows: readonly BilanRow[], word: string, context: LifeContext): Promise<StepTaken> {
  const { db, clock, user, audit } = context;
  const at = clock.now();
  return audit('livret.sentBack', { bilans: rows.map(({ id }) => id) }, async () => {
    const done: BilanRow[] = [];
    const changed: BilanRow[] = [];
    for (const row of inOrder(rows)) {
      const isWaiting = row.state === 'signed' || row.state === 'visa';
      const isDone = isWaiting && (await changeState(db, row, 'draft'));
      if (isDone) await noteTrace(context, { bilan: row, what: 'sentBack', at, person: user, word });
      (isDone ? done : changed).push(row);
    }
    return audited({ done, changed });
  });
}

/** An unlocked bilan: whether it was still published, and whether a parcel of it was on its way to a collège. */
export interface Unlocked {
  readonly isDone: boolean;
  readonly isRecalled: boolean;
}

/** The reason why the head unlocks a bilan, which the family reads, and whether the text was wrong to publish. */
export interface Unlocking {
  readonly word: string;
  readonly isWithdrawn: boolean;
}

/**
 * Unlocks a published bilan: teachers can write in it again, and the history keeps the text that the family had read. The family goes on
 * reading that text, and is told why the bilan is corrected, unless the text is withdrawn. In that case a waiting parcel is taken back,
 * too; a delivered one stays (ADR 70).
 * @throws ConflictError when the parcel is delivered meanwhile; then nothing was written
 */
export function unlock(
  row: BilanRow,
  { word, isWithdrawn }: Unlocking,
  context: LifeContext & { readonly handOver: HandOver },
): Promise<Unlocked> {
  const { db, clock, user, audit, handOver } = context;
  const subject = { bilan: row.id };
  return audit<Unlocked>('livret.unlocked', subject, async () => {
    // The bilan is written before parcels are read: an offer at the same time is over by then, or finds the draft.
    const isDone = row.state === 'published' && (await changeState(db, row, 'draft'));
    if (!isDone) return { subject: null, result: { isDone, isRecalled: false } };
    const what = isWithdrawn ? 'unlocked' : 'reopened';
    await noteTrace(context, { bilan: row, what, at: clock.now(), person: user, word, ...keepPublication(row) });
    const isRecalled = isWithdrawn && (await recallParcels(parcelsOf(row), handOver)) > 0;
    return { subject, result: { isDone, isRecalled } };
  });
}

export function parcelsOf(row: BilanRow): (parcel: Pick<SentParcel, 'pupilId' | 'key'>) => boolean {
  return ({ pupilId, key }) => pupilId === row.pupilId && key === parcelKey(row);
}
