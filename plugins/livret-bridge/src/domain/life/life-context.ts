// SPDX-License-Identifier: EUPL-1.2
import type { Audited } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import type { BilanRow } from '../../store/bilan.entity.js';

/** The parts of a request that each step in the life of bilans needs. */
export type LifeContext = Pick<LivretRequest, 'db' | 'clock' | 'school' | 'user' | 'audit'>;

/** A bilan as a page showed it: its id, and the revision that was read there. */
export interface Shown {
  readonly id: string;
  readonly revision: number;
}

/** The outcome of a step for several bilans. Each bilan is in one of the lists. */
export interface StepTaken {
  readonly done: readonly BilanRow[];
  /** Bilans that changed meanwhile, or were in another state already. */
  readonly changed: readonly BilanRow[];
}

/** The answer of an audited step: its line names the bilans that this request moved, and none is written when it moved none. */
export function audited<T extends StepTaken>(taken: T): Audited<T> {
  const bilans = taken.done.map(({ id }) => id);
  return { subject: bilans.length > 0 ? { bilans } : null, result: taken };
}
