// SPDX-License-Identifier: EUPL-1.2
import type { Cell } from '../bilan/cell.js';
import type { Catalogue } from '../catalogue/catalogue.js';

/** The longest text of a cell, in UTF-16 code units; undefined for a cell that holds no text. */
export function textLimit({ limits }: Catalogue, { kind }: Pick<Cell, 'kind'>): number | undefined {
  switch (kind) {
    case 'text':
      return limits.domain;
    case 'parcours':
    case 'general':
    case 'word':
      return limits[kind];
    default:
      return undefined;
  }
}
