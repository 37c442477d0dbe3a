// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { usedInBilans } from '../../domain/catalogue/used-in-bilans.js';
import { purgeBilans } from './purge-bilans.js';

/** Each night, also where the brick is off: families were told how long bilans are kept. */
export function registerRetention({ jobs, check }: Pick<LivretBrick, 'jobs' | 'check'>, catalogues: Catalogues): void {
  jobs.provide(
    'purge-bilans',
    { data: z.object({}), every: '23 2 * * *', whileOff: true, deletes: true },
    (work, _data, signal) => purgeBilans({ ...work, catalogues }, signal),
  );

  check({
    name: 'levels',
    async run(_signal, schools) {
      const unknown = catalogues.levels().filter((level) => !catalogues.placeOf(level));
      for await (const { school, db } of schools()) {
        const { levels } = await usedInBilans(db);
        unknown.push(
          ...levels.filter((level) => !catalogues.placeOf(level)).map((level) => `${level} (${school.uai})`),
        );
      }
      if (unknown.length === 0)
        return [{ state: 'good', sentence: 'The end of the cycle is known for each level of bilans.' }];
      const years = catalogues.unknownPlace().yearsLeft + 1;
      const sentence = `No catalogue tells when the cycle of these levels ends, so their bilans are kept as long as the longest, ${String(years)} years after their own: ${unknown.join(', ')}.`;
      const remedy =
        'Name the levels in "cycle" of a catalogue, in the file of the setting "catalogue" (docs/guides/livret.md).';
      return [{ state: 'warn', sentence, remedy }];
    },
  });
}
