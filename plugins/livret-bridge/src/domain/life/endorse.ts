// SPDX-License-Identifier: EUPL-1.2
import type { BilanRow } from '../../store/bilan.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import { isAsSigned } from '../bilan/hash-of-row.js';
import { audited, type LifeContext, type StepTaken } from './life-context.js';
import { inOrder } from './sign.js';

export interface Endorsed extends StepTaken {
  /** Bilans with a content that differs from the signed one. The head sends them back. */
  readonly broken: readonly BilanRow[];
  /** The instant of the visas. */
  readonly at: Date;
}

/**
 * Gives signed bilans the head's visa, all in one transaction. It works also when the teacher who signed has left.
 * @param rows as they were read now
 */
export function endorse(rows: readonly BilanRow[], context: LifeContext): Promise<Endorsed> {
  const { db, clock, user, audit } = context;
  const at = clock.now();
  return audit('livret.endorsed', { bilans: rows.map(({ id }) => id) }, async () => {
    const done: BilanRow[] = [];
    const changed: BilanRow[] = [];
    const broken: BilanRow[] = [];
    for (const row of inOrder(rows)) {
      if (row.state === 'signed' && !isAsSigned(row)) {
        broken.push(row);
        continue;
      }
      const visa = { visaBy: user.id, visaAs: user.displayName, visaAt: at };
      const isDone = row.state === 'signed' && (await changeState(db, row, 'visa', visa));
      if (isDone) await noteTrace(context, { bilan: row, what: 'visa', at, person: user });
      (isDone ? done : changed).push(row);
    }
    return audited({ done, changed, broken, at });
  });
}
