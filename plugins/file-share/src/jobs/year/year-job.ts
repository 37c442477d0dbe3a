// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareBrick } from '../../brick-types.js';
import { turnYear } from '../../domain/year/turn-year.js';

/** Registers the nightly work of the school year, which also runs where the brick is off: what is no longer kept goes there, too. */
export function registerYear({ jobs, settings }: FileShareBrick): void {
  jobs.provide(
    'turn-year',
    { data: z.strictObject({}), every: '7 0 * * *', whileOff: true, needsSureClock: true },
    (work, _data, signal) => turnYear(work, settings.keepWorks, signal),
  );
}
