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
 * Stands for a catalogue that nobody has any more: lines have numbers, domains and parcours their codes. All that is written in the bilan is
 * read by it, and nothing is written with it.
 */
export function unnamedCatalogue(id: string, { positions, texts, elements, parcours }: Coded): Catalogue {
  const lines = [...positions].map((_position, index) => {
    const label = `Ligne ${String(index + 1)}`;
    // Two lost catalogues have no line in common, wherever the line stands.
    return { code: `${LINES}-${id}-${String(index)}`, label, short: label, strong: label, next: label };
  });
  const domains = [...new Set([...Object.keys(texts), ...Object.keys(elements)])];
  return {
    ...{ id, since: {} },
    scale: (['1', '2', '3', '4', 'N'] as const).map((value) => ({ value, label: `Position ${value}` })),
    domains: [
      { code: LINES, label: 'Positions', short: 'Positions', lines },
      ...domains.map((code) => ({ code, label: code, short: code, lines: [] })),
    ],
    parcours: Object.keys(parcours).map((code) => ({ code, label: code, short: code })),
    limits: { domain: 600, parcours: 600, general: 1500, word: 600, element: 300 },
  };
}

/** Whether a bilan is read without the names of its lines. */
export function isUnnamed({ domains }: Pick<Catalogue, 'domains'>): boolean {
  return domains[0]?.code === LINES;
}
