// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { TraceRow } from '../store/trace.entity.js';

/**
 * The history of a person: all that they did themselves, and the steps of their own bilans. The word with which a head sends a
 * bilan back is between the head and the teachers.
 */
export async function exportHistory(personId: string, db: SchoolDatabase): Promise<object[]> {
  const traces = await db
    .repository(TraceRow)
    .find({ where: [{ pupilId: personId }, { personId }], order: { at: 'ASC', id: 'ASC' } });
  return traces.map(({ personId: by, what, day, at, personName, word }) => {
    const isOthers = by !== personId && what === 'sentBack';
    return { what, day, at, ...(what !== 'read' && { personName }), ...(!isOthers && { word }) };
  });
}
