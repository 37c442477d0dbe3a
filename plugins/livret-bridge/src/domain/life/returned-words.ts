// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';

/** Why a bilan is a draft again: the head sent it back, or unlocked it. */
export interface ReturnedWord {
  readonly bilanId: string;
  readonly what: 'sentBack' | 'reopened' | 'unlocked';
  /** The name of the head on that day. */
  readonly by: string;
  readonly word: string;
  readonly at: Date;
}

const STEPS: readonly TraceStep[] = ['sentBack', 'reopened', 'unlocked', 'signed', 'restored'];

/** The word of the head about each of these bilans that came back and was not signed since. */
export async function returnedWords(db: SchoolDatabase, bilanIds: readonly string[]): Promise<ReturnedWord[]> {
  if (bilanIds.length === 0) return [];
  const traces = await db.repository(TraceRow).find({
    where: { bilanId: In([...bilanIds]), what: In([...STEPS]) },
    order: { at: 'ASC', id: 'ASC' },
  });
  const last = new Map(traces.map((trace) => [trace.bilanId, trace]));
  return [...last.values()].flatMap(({ bilanId, what, personName, word, at }) =>
    what === 'sentBack' || what === 'reopened' || what === 'unlocked'
      ? [{ bilanId, what, by: personName ?? '', word: word ?? '', at }]
      : [],
  );
}
