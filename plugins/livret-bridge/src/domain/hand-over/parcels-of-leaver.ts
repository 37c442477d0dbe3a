// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import type { ParcelSchool, ParcelState, ParcelWaiting, SentParcel } from '@volee/core-adapter/hand-over';
import { parcelKey } from './handed-bilan.js';
import type { Leaver } from './read-leavers.js';

/** The step that a pupil has reached on the way to a collège. */
export type LeaverStep =
  /** No collège is known or chosen. */
  | 'noCollege'
  /** The collège is not on this platform. */
  | 'outside'
  /** No bilan is published, so that nothing goes. */
  | 'noBilan'
  /** Nothing was offered yet, or all was recalled. */
  | 'ready'
  | 'offered'
  | 'accepted'
  | 'delivered'
  | 'refused'
  | 'expired';

/** A pupil and the parcels about them, for the collège they go to. */
export interface LeaverPlace {
  readonly leaver: Leaver;
  readonly step: LeaverStep;
  readonly college: ParcelSchool | undefined;
  /** Whether the head chose the collège; otherwise the pupil is a pupil there already. */
  readonly isChosen: boolean;
  readonly waiting: ParcelWaiting | null;
  readonly reason: string | null;
  /** The instant of the last change; undefined before the first offer. */
  readonly at: Date | undefined;
  /** The number of bilans that were published since, or published again: they are to be sent. */
  readonly toSend: number;
}

/** The collèges that the host knows. */
export interface CollegeFacts {
  readonly colleges: readonly School[];
  /** The collèges in which the pupils are pupils now. */
  readonly known: ReadonlyMap<string, readonly School[]>;
  readonly sent: readonly SentParcel[];
}

/** The steps in which a parcel still counts. When a pupil has several, the first one here is shown. */
const STEPS: readonly ParcelState[] = ['refused', 'expired', 'offered', 'accepted', 'delivered'];

export function placeOf(leaver: Leaver, facts: CollegeFacts): LeaverPlace {
  const own = facts.sent.filter(({ pupilId, state }) => pupilId === leaver.id && STEPS.includes(state));
  const college = collegeOf(leaver, own, facts);
  const parcels = own.filter(({ to }) => to.uai === college?.uai);
  const shown = STEPS.flatMap((state) => parcels.filter((one) => one.state === state))[0];
  const nothing = { waiting: null, reason: null, at: undefined, toSend: 0 };
  const place = { leaver, college, isChosen: leaver.chosen !== undefined };
  if (leaver.chosen === '') return { ...place, ...nothing, step: 'outside' };
  if (!college) return { ...place, ...nothing, step: 'noCollege' };
  if (!shown) {
    const toSend = leaver.bilans.length;
    return { ...place, ...nothing, toSend, step: toSend === 0 ? 'noBilan' : 'ready' };
  }
  const { state, reason, changedAt: at } = shown;
  const waiting = parcels.find((one) => one.waiting !== null)?.waiting ?? null;
  const step = state as LeaverStep;
  return { ...place, step, waiting, reason, at, toSend: leaver.bilans.filter((one) => isToSend(one, parcels)).length };
}

/**
 * The collège of a pupil: the choice of the head comes first, then the collège that has parcels, then the one in which the pupil is
 * already.
 */
function collegeOf(
  { id, chosen }: Leaver,
  own: readonly SentParcel[],
  { colleges, known }: CollegeFacts,
): ParcelSchool | undefined {
  if (chosen !== undefined)
    return colleges.find(({ uai }) => uai === chosen) ?? own.find(({ to }) => to.uai === chosen)?.to;
  return own[0]?.to ?? known.get(id)?.find(({ kind }) => kind === 'college');
}

/** Whether a refused pupil can be offered to the same collège once more: it is open, and there is a bilan to offer. */
export function mayOfferAgain({ step, reason, leaver }: Pick<LeaverPlace, 'step' | 'reason' | 'leaver'>): boolean {
  return step === 'refused' && reason !== null && leaver.bilans.length > 0;
}

/** Whether a bilan is to be sent. After a refusal nothing is sent by itself: the head offers it again, or chooses another collège. */
function isToSend(bilan: Leaver['bilans'][number], parcels: readonly SentParcel[]): boolean {
  const parcel = parcels.find(({ key }) => key === parcelKey(bilan));
  if (!parcel) return true;
  return parcel.state !== 'refused' && bilan.publishedAt !== null && parcel.offeredAt < bilan.publishedAt;
}
