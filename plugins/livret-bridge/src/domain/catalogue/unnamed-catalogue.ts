// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from './catalogue.js';

/** The code of the domain with all lines. No catalogue has it: see the codes of its schema. */
const LINES = 'lines';

/** The content of a bilan, as far as it names parts of a catalogue. */
export interface Coded {
  readonly positions: string;
  readonly texts: Readonly<Record<string, unknown>>;
  readonly elements: Readonly<Record<string, unknown>>;
  readonly parcours: Readonly<Record<string, unknown>>;
}

/**
 * Stands for a catalogue that nobody has any more, in words that families understand: lines have numbers, and no code is shown. Everything
 * in the bilan can be read by it, and nothing is written with it.
 * @param scale that of a catalogue that is known
 */
export function unnamedCatalogue(
  id: string,
  { positions, texts, elements, parcours }: Coded,
  scale: Catalogue['scale'],
): Catalogue {
  const lines = [...positions].map((_position, index) => {
    const label = `Résultat ${String(index + 1)}`;
    // Two lost catalogues have no line in common, wherever the line stands.
    return { code: `${LINES}-${id}-${String(index)}`, label, short: label, strong: label, next: label };
  });
  const domains = [...new Set([...Object.keys(texts), ...Object.keys(elements)])];
  return {
    ...{ id, since: {}, scale },
    domains: [
      { code: LINES, label: 'Résultats', short: 'Résultats', lines },
      ...domains.map((code) => ({ code, label: 'Autre domaine', short: 'Autre domaine', lines: [] })),
    ],
    parcours: Object.keys(parcours).map((code) => ({ code, label: 'Autre parcours', short: 'Autre parcours' })),
    limits: { domain: 600, parcours: 600, general: 1500, word: 600, element: 300 },
  };
}

/** Whether a bilan is read without the names of its lines. */
export function isUnnamed({ domains }: Pick<Catalogue, 'domains'>): boolean {
  return domains[0]?.code === LINES;
}
