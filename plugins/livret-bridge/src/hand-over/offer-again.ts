// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { LivretRequest } from '../brick-types.js';
import { BilanRow } from '../store/bilan.entity.js';
import { cm2YearOf } from './hand-over-dates.js';
import { parcelKey } from './handed-bilan.js';
import { offerBilans, type OfferRequest } from './offer-bilans.js';

const LIVE = ['offered', 'accepted', 'delivered'];

/**
 * Offers bilans anew that were handed over and are published again: for the request of a head that publishes. A collège that
 * has the copy receives the next revision. What a job publishes stands on the page of hand-overs until the head sends it.
 */
export async function offerAgain(
  bilanIds: readonly string[],
  request: OfferRequest & Pick<LivretRequest, 'handOver'>,
): Promise<void> {
  const { db, handOver } = request;
  const rows = await db.repository(BilanRow).find({
    select: ['id', 'pupilId', 'year', 'kind', 'period'],
    where: { id: In([...bilanIds]), state: 'published' },
  });
  const sent = (await handOver.sent()).filter(({ state }) => LIVE.includes(state));
  for (const row of rows) {
    for (const { to, until } of sent.filter((one) => one.pupilId === row.pupilId && one.key === parcelKey(row))) {
      await offerBilans({ bilanIds: [row.id], to: to.uai, cm2Year: cm2YearOf({ until }) }, request);
    }
  }
}
