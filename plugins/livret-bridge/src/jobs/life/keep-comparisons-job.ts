// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { keepMissingComparisons } from '../../domain/life/keep-comparisons.js';

/** Registers an hourly job: a publication from before comparisons were kept gets its own soon after the update. */
export function registerKeepingComparisons({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide(
    'keep-comparisons',
    { data: z.object({}), every: '43 * * * *', whileOff: true },
    ({ db }, _data, signal) => keepMissingComparisons({ db, catalogues }, signal),
  );
}
