// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { usedInBilans } from '../../domain/catalogue/used-in-bilans.js';

/** Names catalogues of bilans that nobody has any more, and levels of which no catalogue tells the end of the cycle. */
export function registerCatalogueCheck({ check }: Pick<LivretBrick, 'check'>, catalogues: Catalogues): void {
  check({
    name: 'catalogues',
    async run(_signal, schools) {
      const lost = new Set<string>();
      const isUnknown = (level: string): boolean => !catalogues.placeOf(level);
      const unknown = catalogues.levels().filter(isUnknown);
      for await (const { school, db } of schools()) {
        const used = await usedInBilans(db);
        const rows = used.catalogues.map((catalogue) => ({ catalogue }));
        const known = await knownCatalogues(rows, catalogues, db);
        for (const id of used.catalogues) if (known.find(id) === undefined) lost.add(`${id} (${school.uai})`);
        unknown.push(...used.levels.filter(isUnknown).map((level) => `${level} (${school.uai})`));
      }
      const { yearsLeft } = catalogues.unknownPlace();
      return [findingOfCatalogues([...lost]), findingOfLevels(unknown, yearsLeft + 1)];
    },
  });
}

function findingOfCatalogues(lost: readonly string[]): Finding {
  if (lost.length === 0) return { state: 'good', sentence: 'The catalogue of each bilan is known.' };
  const sentence = `Bilans were written with catalogues that are gone, so their pages tell no names of lines and nobody writes in them: ${lost.join(', ')}.`;
  const remedy = 'Name the file with these catalogues in the setting "catalogue" again; the schools then keep them.';
  return { state: 'bad', sentence, remedy };
}

function findingOfLevels(unknown: readonly string[], years: number): Finding {
  if (unknown.length === 0)
    return { state: 'good', sentence: 'The end of the cycle is known for each level of bilans.' };
  const sentence = `No catalogue tells when the cycle of these levels ends, so their bilans are kept as long as the longest, ${String(years)} years after their own: ${unknown.join(', ')}.`;
  const remedy =
    'Name the levels in "cycle" of a catalogue, in the file of the setting "catalogue" (docs/guides/livret.md).';
  return { state: 'warn', sentence, remedy };
}
