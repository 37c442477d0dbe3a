// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import type { BilanRow } from '../../store/bilan.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { changeState } from './change-state.js';
import type { LifeContext } from './life-context.js';
import { inOrder } from './sign.js';

/**
 * Takes visas back before the publication: all of them or none, so that bilans that were endorsed together leave together or not at all.
 * They are signed again.
 * @param rows as they were read now
 * @throws ConflictError when one of them has changed meanwhile; then nothing was written
 */
export function takeVisaBack(rows: readonly BilanRow[], context: LifeContext): Promise<void> {
  const { db, clock, user, audit } = context;
  const subject = { bilans: rows.map(({ id }) => id) };
  return audit('livret.visaBack', subject, async () => {
    for (const row of inOrder(rows)) {
      const isDone = row.state === 'visa' && (await changeState(db, row, 'signed'));
      if (!isDone) throw new ConflictError('A bilan has changed since its visa.');
      await noteTrace(context, { bilan: row, what: 'visaBack', at: clock.now(), person: user });
    }
    return { subject: rows.length > 0 ? subject : null, result: undefined };
  });
}
