// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { TraceRow } from '../store/trace.entity.js';

/**
 * The history of a person: all that they did themselves, and the steps of their own bilans. Of the words of others, families
 * read the reason of an unlocking alone: that with which a head sends a bilan back is for the teachers, and what was not kept
 * of two bilans of one period may be the text of a draft.
 */
export async function exportHistory(personId: string, db: SchoolDatabase): Promise<object[]> {
  const traces = await db
    .repository(TraceRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  return traces.map(({ personId: by, what, day, at, personName, word }) => {
    const isRead = by === personId || what === 'unlocked';
    return { what, day, at, ...(what !== 'read' && { personName }), ...(isRead && { word }) };
  });
}
