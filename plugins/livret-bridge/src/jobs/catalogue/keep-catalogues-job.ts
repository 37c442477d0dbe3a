// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import { usedInBilans } from '../../domain/catalogue/used-in-bilans.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { keepCatalogues, knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';

/** Keeps the catalogues of bilans from before catalogues were kept, and names those that nobody has any more. */
export function registerKeepingCatalogues(
  { jobs, check }: Pick<LivretBrick, 'jobs' | 'check'>,
  catalogues: Catalogues,
): void {
  jobs.provide('keep-catalogues', { data: z.object({}), every: '41 * * * *', whileOff: true }, async (work) => {
    await keepCatalogues((await usedInBilans(work.db)).catalogues, catalogues, work.db);
  });

  check({
    name: 'catalogues',
    async run(_signal, schools) {
      const lost = new Set<string>();
      for await (const { school, db } of schools()) {
        const { catalogues: used } = await usedInBilans(db);
        const known = await knownCatalogues(
          used.map((catalogue) => ({ catalogue })),
          catalogues,
          db,
        );
        for (const id of used) if (known.find(id) === undefined) lost.add(`${id} (${school.uai})`);
      }
      if (lost.size === 0) return [{ state: 'good', sentence: 'The catalogue of each bilan is known.' }];
      const sentence = `Bilans were written with catalogues that are gone, so their pages tell no names of lines and nobody writes in them: ${[...lost].join(', ')}.`;
      const remedy =
        'Name the file with these catalogues in the setting "catalogue" again; the schools then keep them.';
      return [{ state: 'bad', sentence, remedy }];
    },
  });
}
