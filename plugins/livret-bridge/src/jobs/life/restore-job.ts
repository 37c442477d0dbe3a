// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { restoreDue } from '../../domain/life/restore-due.js';

/**
 * Registers an hourly job, so that a pupil who goes to a collège in August has what was published. It waits while the clock is in doubt: a
 * teacher may be correcting a text that it restores.
 */
export function registerReturns({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide(
    'restore-publications',
    { data: z.object({}), every: '17 * * * *', needsSureClock: true },
    (work, _data, signal) => restoreDue({ ...work, catalogues }, signal),
  );
}
