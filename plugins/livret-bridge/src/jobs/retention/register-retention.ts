// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { purgeBilans } from './purge-bilans.js';

/** Each night, also where the brick is off: families were told how long bilans are kept. */
export function registerRetention({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide(
    'purge-bilans',
    { data: z.object({}), every: '23 2 * * *', whileOff: true, needsSureClock: true },
    (work, _data, signal) => purgeBilans({ ...work, catalogues }, signal),
  );
}
