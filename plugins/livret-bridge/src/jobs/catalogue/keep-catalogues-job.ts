// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import { usedInBilans } from '../../domain/catalogue/used-in-bilans.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { keepCatalogues } from '../../domain/catalogue/kept-catalogues.js';

/** Keeps the catalogues of bilans from before catalogues were kept. */
export function registerKeepingCatalogues({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide('keep-catalogues', { data: z.object({}), every: '41 * * * *', whileOff: true }, async (work) => {
    await keepCatalogues((await usedInBilans(work.db)).catalogues, catalogues, work.db);
  });
}
