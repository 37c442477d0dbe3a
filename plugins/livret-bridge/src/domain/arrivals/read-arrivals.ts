// SPDX-License-Identifier: EUPL-1.2
import type { OfferedParcel } from '@volee/core-adapter/hand-over';
import { MoreThan } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { cm2YearOf } from '../hand-over/hand-over-dates.js';
import { HandedRow } from '../../store/handed.entity.js';

/** A pupil with parcels that wait. Only their name and their school are known. */
export interface ArrivingPupil {
  readonly id: string;
  readonly name: string;
  readonly parcels: readonly OfferedParcel[];
}

export interface OfferingSchool {
  readonly uai: string;
  readonly name: string;
  /** The instant of the last offer. */
  readonly offeredAt: Date;
  readonly pupils: readonly ArrivingPupil[];
}

export interface Arrivals {
  readonly offering: readonly OfferingSchool[];
  /** Accepted, and not delivered yet. */
  readonly waiting: readonly ArrivingPupil[];
  /** The calendar year in which most of the pupils begin 6e. */
  readonly year: number;
  /** The number of pupils of that year with a copy that has arrived. */
  readonly arrived: number;
}

type ReadingRequest = Pick<LivretRequest, 'db' | 'handOver' | 'clock' | 'schoolYear'>;

export async function readArrivals({ db, handOver, clock, schoolYear }: ReadingRequest): Promise<Arrivals> {
  const parcels = await handOver.offered();
  const open = parcels.filter(({ state }) => state === 'offered');
  const uais = [...new Set(open.map(({ from }) => from.uai))];
  const offering = uais.map((uai) => schoolOf(open.filter(({ from }) => from.uai === uai)));
  const waiting = pupilsOf(parcels.filter(({ state }) => state === 'accepted'));
  const year = Math.max(...parcels.map(cm2YearOf), schoolYear - 1) + 1;
  const rows = await db.repository(HandedRow).find({
    select: ['pupilId', 'until'],
    where: { until: MoreThan(clock.now()) },
  });
  const arrived = new Set(rows.filter((row) => cm2YearOf(row) + 1 === year).map(({ pupilId }) => pupilId));
  return { offering, waiting, year, arrived: arrived.size };
}

function schoolOf(parcels: readonly OfferedParcel[]): OfferingSchool {
  const { uai, name } = parcels[0]?.from ?? { uai: '', name: '' };
  const offeredAt = new Date(Math.max(...parcels.map((one) => one.offeredAt.getTime())));
  return { uai, name, offeredAt, pupils: pupilsOf(parcels) };
}

/** In the order of the parcels, which is that of names. Twins are two pupils. */
function pupilsOf(parcels: readonly OfferedParcel[]): ArrivingPupil[] {
  const ids = [...new Set(parcels.map(({ pupilId }) => pupilId))];
  return ids.map((id) => {
    const own = parcels.filter(({ pupilId }) => pupilId === id);
    return { id, name: own[0]?.pupilName ?? '', parcels: own };
  });
}
