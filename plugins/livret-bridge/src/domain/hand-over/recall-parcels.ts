// SPDX-License-Identifier: EUPL-1.2
import type { HandOver, SentParcel } from '@volee/core-adapter/hand-over';

/**
 * Takes back the waiting parcels that the condition names. Delivered parcels stay where they are.
 * @returns the number of pupils with a parcel that was taken back
 */
export async function recallParcels(isMeant: (parcel: SentParcel) => boolean, handOver: HandOver): Promise<number> {
  const sent = await handOver.sent();
  const waiting = sent.filter((one) => isWaitingParcel(one) && isMeant(one));
  for (const { id } of waiting) await handOver.recall(id);
  return new Set(waiting.map(({ pupilId }) => pupilId)).size;
}

/** Whether a parcel can still be taken back. */
export function isWaitingParcel({ state }: Pick<SentParcel, 'state'>): boolean {
  return state === 'offered' || state === 'accepted';
}
