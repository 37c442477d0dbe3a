// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { placeOf, type LeaverPlace } from './parcels-of-leaver.js';
import { readLeavers, type Leaver } from './read-leavers.js';

/** All data that the page of hand-overs shows. */
export interface ReadPlaces {
  readonly year: number;
  readonly places: readonly LeaverPlace[];
  readonly unknown: readonly Leaver[];
  /** By name. */
  readonly colleges: readonly School[];
}

export async function readPlaces(request: LivretRequest): Promise<ReadPlaces> {
  const { handOver } = request;
  const { year, leavers, unknown } = await readLeavers(request);
  const colleges = (await handOver.schools()).filter(({ kind }) => kind === 'college');
  const known = await handOver.schoolsOf(leavers.map(({ id }) => id));
  const sent = await handOver.sent();
  return { year, unknown, colleges, places: leavers.map((leaver) => placeOf(leaver, { colleges, known, sent })) };
}
