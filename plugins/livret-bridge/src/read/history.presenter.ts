// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { LivretKey } from '../brick-types.js';
import type { TraceRow, TraceStep } from '../store/trace.entity.js';
import type { HistoryLine } from './adult.model.js';
import type { Words } from './bilan.presenter.js';

const STEPS = {
  signed: ['history.signed', 'history.signedBy'],
  takenBack: ['history.takenBack', 'history.takenBackBy'],
  visa: ['history.visa', 'history.visaBy'],
  sentBack: ['history.sentBack', 'history.sentBackBy'],
  published: ['history.published', 'history.publishedBy'],
  unlocked: ['history.unlocked', 'history.unlockedBy'],
  handedOver: ['history.handedOver', 'history.handedOverBy'],
  merged: ['history.merged', 'history.merged'],
} as const satisfies Record<Exclude<TraceStep, 'read'>, readonly [LivretKey, LivretKey]>;

type Step = Pick<TraceRow, 'what' | 'at' | 'word' | 'personId' | 'personName'>;

/** The steps of a bilan in sentences, without its readings, the last one first. */
export function presentHistory(
  traces: readonly Step[],
  persons: ReadonlyMap<string, Member>,
  { t, format }: Words,
): HistoryLine[] {
  const lines = traces.flatMap(({ what, at, word, personId, personName }) => {
    if (what === 'read') return [];
    const name = personName ?? persons.get(personId ?? '')?.displayName;
    const when = format.dayAndTime(at);
    const [alone, by] = STEPS[what];
    return [{ text: name === undefined ? t(alone) : t(by, { name }), when, word, at }];
  });
  return lines.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ text, when, word }) => ({ text, when, word }));
}
