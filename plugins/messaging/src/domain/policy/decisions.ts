// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import { DEFAULT_RULES, defaultQuietHours } from '../rules/default-policy.js';
import type { QuietHours, RuleTable } from '../rules/policy.js';

/** The time for which messages are kept: to the end of the school year after theirs, to the end of theirs, or for some months. */
export const KEPT_FOR = ['next-year', 'school-year', 'six-months', 'three-months'] as const;
export type KeptFor = (typeof KEPT_FOR)[number];

/** Quiet hours as they are stored: the zone is that of the school. */
export type StoredHours = Omit<QuietHours, 'zone'>;

/** The decisions of the head of a school about messages. */
export interface Decisions {
  readonly rules: RuleTable;
  readonly moderated: boolean;
  readonly quietHours: { readonly pupils: StoredHours; readonly families: StoredHours };
  readonly keptFor: KeptFor;
}

/** The decisions in force, their author and date; a school that has decided nothing has number 0. */
export interface DecisionsInForce extends Decisions {
  readonly number: number;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | undefined;
}

/** The decisions of a school that has decided nothing. */
export function defaultDecisions({ timeZone }: Pick<School, 'timeZone'>): DecisionsInForce {
  const { zone: _zone, ...hours } = defaultQuietHours(timeZone);
  return {
    rules: DEFAULT_RULES,
    moderated: true,
    quietHours: { pupils: hours, families: hours },
    keptFor: 'next-year',
    number: 0,
    decidedBy: null,
    decidedAt: undefined,
  };
}
