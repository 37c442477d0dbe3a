// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';

/**
 * One cell of a bilan: the unit that a change names, and in which two people can write at once. As text: `FRA-LGO` (a position),
 * `text:FRA-RAC`, `elements:FRA-RAC`, `parcours:PAR_CIT`, `general`, `word`, `strengths`.
 */
export type Cell =
  | { readonly kind: 'position'; readonly code: string; readonly index: number }
  | { readonly kind: 'text'; readonly code: string }
  | { readonly kind: 'elements'; readonly code: string }
  | { readonly kind: 'parcours'; readonly code: string }
  | { readonly kind: 'general' }
  | { readonly kind: 'word' }
  | { readonly kind: 'strengths' };

/** @throws InputError when the catalogue has no such cell */
export function parseCell(catalogue: Catalogue, name: string): Cell {
  if (name === 'general' || name === 'word' || name === 'strengths') return { kind: name };
  const index = linesOf(catalogue).findIndex(({ code }) => code === name);
  if (index >= 0) return { kind: 'position', code: name, index };
  const [kind, code = ''] = name.split(':');
  if ((kind === 'text' || kind === 'elements') && catalogue.domains.some((one) => one.code === code)) {
    return { kind, code };
  }
  if (kind === 'parcours' && catalogue.parcours.some((one) => one.code === code)) return { kind, code };
  throw new InputError(`The catalogue "${catalogue.id}" has no cell of this name.`);
}
