// SPDX-License-Identifier: EUPL-1.2
import type { ParcelState } from '../../../api/hand-over/hand-over.js';
import type { ParcelRow } from './parcel.entity.js';

export const WAITING = ['offered', 'accepted'] as const satisfies readonly ParcelState[];

type Stated = Pick<ParcelRow, 'state' | 'answerBy' | 'until' | 'deliveredRevision'>;

/** The state at an instant: a date that is over counts at once, and the night writes it. */
export function stateAt({ state, answerBy, until, deliveredRevision }: Stated, now: Date): ParcelState {
  if (state === 'delivered') return until <= now ? 'ended' : state;
  if (!isWaiting({ state }) || answerBy > now) return state;
  if (deliveredRevision === 0) return 'expired';
  // A further revision that came too late: the delivered one is still there.
  return until <= now ? 'ended' : 'delivered';
}

export function isWaiting({ state }: Pick<ParcelRow, 'state'>): boolean {
  return state === 'offered' || state === 'accepted';
}
