// SPDX-License-Identifier: EUPL-1.2
import type { Cell } from '../bilan/cell.js';
import type { LivretTexts } from '../../brick-types.js';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';

/** A value as people read it: « Atteints », and labels instead of codes. */
export function valueInWords(catalogue: Catalogue, { kind }: Cell, value: string): string {
  if (kind === 'position') {
    const label = catalogue.scale.find((one) => one.value === value)?.label;
    return label === undefined ? value : `${value} (${label})`;
  }
  if (kind !== 'strengths') return value;
  const codes = value.split(' ');
  return linesOf(catalogue)
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label)
    .join('\n');
}

/** The name of a cell in a sentence: « l’appréciation générale ». */
export function cellInWords(catalogue: Catalogue, cell: Cell, t: LivretTexts): string {
  switch (cell.kind) {
    case 'position':
      return t('bilan.lineOf', { line: linesOf(catalogue)[cell.index]?.label ?? cell.code });
    case 'text':
      return t('bilan.textOf', { domain: labelOf(catalogue.domains, cell.code) });
    case 'elements':
      return t('bilan.elementsIn', { domain: labelOf(catalogue.domains, cell.code) });
    case 'parcours':
      return t('bilan.parcoursOf', { parcours: labelOf(catalogue.parcours, cell.code) });
    case 'general':
      return t('bilan.generalShort');
    case 'word':
      return t('bilan.wordShort');
    case 'strengths':
      return t('bilan.strengthsShort');
  }
}

function labelOf(all: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return all.find((one) => one.code === code)?.label ?? code;
}
