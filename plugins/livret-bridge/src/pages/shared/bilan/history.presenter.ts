// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { LivretKey } from '../../../brick-types.js';
import type { TraceRow, TraceStep } from '../../../store/trace.entity.js';
import type { Words } from './bilan.presenter.js';

export interface HistoryLine {
  readonly text: string;
  readonly when: string;
  readonly word: string | null;
}

const STEPS = {
  signed: ['history.signed', 'history.signedBy'],
  takenBack: ['history.takenBack', 'history.takenBackBy'],
  visa: ['history.visa', 'history.visaBy'],
  visaBack: ['history.visaBack', 'history.visaBackBy'],
  sentBack: ['history.sentBack', 'history.sentBackBy'],
  published: ['history.published', 'history.publishedBy'],
  reopened: ['history.reopened', 'history.reopenedBy'],
  unlocked: ['history.unlocked', 'history.unlockedBy'],
  restored: ['history.restored', 'history.restoredBy'],
  handedOver: ['history.handedOver', 'history.handedOverBy'],
  merged: ['history.merged', 'history.merged'],
  moved: ['history.moved', 'history.moved'],
} as const satisfies Record<Exclude<TraceStep, 'read'>, readonly [LivretKey, LivretKey]>;

type Step = Pick<TraceRow, 'what' | 'at' | 'word' | 'personId' | 'personName'>;

/** A step in a sentence: « Signé par Claire Vuillet »; undefined for a reading. */
export function stepWords(
  { what, word, personId, personName }: Omit<Step, 'at'>,
  persons: ReadonlyMap<string, Member>,
  t: Words['t'],
): string | undefined {
  if (what === 'read') return undefined;
  if (what === 'merged' && word === null) return t('history.mergedSame');
  const name = personName ?? persons.get(personId ?? '')?.displayName;
  const [alone, by] = STEPS[what];
  return name === undefined ? t(alone) : t(by, { name });
}

/** The steps of a bilan in sentences, without its readings, the last one first. */
export function presentHistory(
  traces: readonly Step[],
  persons: ReadonlyMap<string, Member>,
  { t, format }: Words,
): HistoryLine[] {
  return [...traces]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ at, ...step }) => {
      const text = stepWords(step, persons, t);
      return text === undefined ? [] : [{ text, when: format.dayAndTime(at), word: step.word }];
    });
}
