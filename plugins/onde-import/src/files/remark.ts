// SPDX-License-Identifier: EUPL-1.2
import type { MessageValues } from '@volee/core-adapter';

/** Why a line was left out. */
export const FAULTS = [
  'noName',
  'noBirthDate',
  'noLevel',
  'unknownLevel',
  'sameIne',
  'twice',
  'noGuardianName',
  'guardianTwice',
] as const;

/** A remark about a line that was imported nevertheless. */
export const ODDITIES = [
  'badIne',
  'badBirthDate',
  'noClass',
  'longLine',
  'childUnknown',
  'childHomonyms',
  'childLeftOut',
  'childElsewhere',
] as const;

/** Something that a person should see, about one line of a file. Each code has a text: `remark.<code>`. */
export interface Remark<C extends string = string> {
  readonly line: number;
  readonly code: C;
  readonly values?: MessageValues;
}

export type Fault = Remark<(typeof FAULTS)[number]>;
export type Oddity = Remark<(typeof ODDITIES)[number]>;
