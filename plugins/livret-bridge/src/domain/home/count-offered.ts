// SPDX-License-Identifier: EUPL-1.2
import type { ParcelLists } from '@volee/core-adapter/hand-over';

/** The number of pupils with an offer that is not answered. */
export async function countOffered({ handOver }: { readonly handOver: ParcelLists }): Promise<number> {
  const open = (await handOver.offered()).filter(({ state }) => state === 'offered');
  return new Set(open.map(({ pupilId }) => pupilId)).size;
}
