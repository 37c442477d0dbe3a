// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../store/bilan.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import type { LifeContext, StepTaken } from './life-context.js';
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
    return { done, changed };
  });
}

/** Unlocks a published bilan: teachers write it again, and the family reads that and why. @returns whether it was still published */
export function unlock(row: BilanRow, word: string, context: LifeContext): Promise<boolean> {
  const { db, clock, user, audit } = context;
  return audit('livret.unlocked', { bilan: row.id }, async () => {
    const isDone = row.state === 'published' && (await changeState(db, row, 'draft'));
    if (isDone) await noteTrace(context, { bilan: row, what: 'unlocked', at: clock.now(), person: user, word });
    return isDone;
  });
}
