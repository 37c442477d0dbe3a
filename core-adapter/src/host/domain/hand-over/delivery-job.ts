// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { BrickJob } from '../bricks/brick-job.js';
import type { BrickReceive } from '../bricks/brick-receive.js';
import { deliverParcels, type DeliveryServices } from './deliver-parcels.js';
import { DELIVERY } from './enqueue-deliveries.js';

/** The time is after people are erased and before directories are read. */
const DELIVERY_TIME = '11 3 * * *';

/** Makes the job of a brick that delivers what waits for a school. */
export function deliveryJob(services: DeliveryServices): (brick: string, receive: BrickReceive) => BrickJob {
  return (brick, receive) => ({
    name: DELIVERY,
    data: z.object({}),
    every: DELIVERY_TIME,
    afterSync: false,
    whileOff: false,
    needsSureClock: false,
    run: ({ school, db, log }, _, signal) =>
      deliverParcels(services, { brick, uai: school.uai, db, receive, log }, signal),
  });
}
