// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';

export type StandInField = 'group' | 'person' | 'login' | 'from' | 'until';

/** The fault of a field; a page has a text for each. */
export const STAND_IN_FAULTS = [
  'noGroup',
  'noPerson',
  'twoPersons',
  'notHere',
  'unknownLogin',
  'severalLogins',
  'notTeacher',
  'teachesAlready',
  'notADate',
  'noFrom',
  'noUntil',
  'past',
  'crossed',
  'afterYear',
] as const;
export type StandInFault = (typeof STAND_IN_FAULTS)[number];

/** One fault of a replacement, with one sentence for the journal. */
export interface StandInProblem {
  readonly field: StandInField;
  readonly fault: StandInFault;
  readonly sentence: string;
}

/** @throws InputError with every sentence, and the first fault of each field, when there are problems */
export function refuseStandIn(problems: readonly StandInProblem[]): void {
  if (problems.length === 0) return;
  const fields = Object.fromEntries([...problems].reverse().map(({ field, fault }) => [field, fault]));
  throw new InputError(problems.map(({ sentence }) => sentence).join(' '), { fields });
}
