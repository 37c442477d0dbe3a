// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import { newJob } from '../jobs/job-outbox.js';
import { JobRow } from '../jobs/job.entity.js';
import { ParcelRow } from './parcel.entity.js';

/** The job of each brick that receives parcels: it delivers what waits for a school. */
export const DELIVERY = 'hand-over';
/** One key for all deliveries to a school, including the job of each night: when several of them wait, the last one runs. */
export const DELIVERY_KEY = 'every';
/** Enqueues the delivery of what waits for these schools, for each brick; where a brick is off, the job waits as well. */
export async function enqueueDeliveries(manager: EntityManager, uais: readonly string[], now: Date): Promise<void> {
  if (uais.length === 0) return;
  const waiting = await manager
    .createQueryBuilder(ParcelRow, 'parcel')
    .select('parcel.brick', 'brick')
    .addSelect('parcel.toUai', 'uai')
    .where({ state: 'accepted', toUai: In([...new Set(uais)]) })
    .groupBy('parcel.brick')
    .addGroupBy('parcel.toUai')
    .getRawMany<{ brick: string; uai: string }>();
  const jobs = waiting.map((at) => newJob({ ...at, name: DELIVERY, key: DELIVERY_KEY, data: {} }, now));
  await insertRows(manager, JobRow, jobs);
}
