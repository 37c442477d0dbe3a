// SPDX-License-Identifier: EUPL-1.2
import { parseCell } from '../../../domain/bilan/cell.js';
import type { CatalogueDomain, CatalogueLine } from '../../../domain/catalogue/catalogue.js';
import type { CellPresenter } from './cell.presenter.js';
import { textLimit } from '../../../domain/save/text-limit.js';
import type { DomainModel, LineModel, PicksModel, TextModel } from './write.model.js';

/** The lines of a domain that the class fills in, and its elements and its appreciation. */
export function presentDomain(
  cells: CellPresenter,
  { code, label, lines }: CatalogueDomain,
  { off, offered, newElement }: { off: readonly string[]; offered: readonly string[]; newElement: string },
): DomainModel {
  const { t } = cells.tools;
  const shown = lines.map((line) => presentLine(cells, line, off)).filter(({ value, isOff }) => value !== '' || !isOff);
  return {
    ...{ code, title: label, newElement },
    lines: shown,
    elements: presentElements(cells, { code, label, offered, newElement }),
    text: presentText(cells, `text:${code}`, {
      label: t('bilan.appreciation', { domain: label }),
      aside: t('bilan.optional'),
      rows: 3,
    }),
  };
}

function presentLine(cells: CellPresenter, { code, label }: CatalogueLine, off: readonly string[]): LineModel {
  const [cell, isOff] = [cells.cell(code), off.includes(code)];
  return { ...cell, label, isOff, isMissing: cell.value === '' && !isOff };
}

function presentElements(
  cells: CellPresenter,
  { code, label, offered, newElement }: { code: string; label: string; offered: readonly string[]; newElement: string },
): PicksModel {
  const cell = cells.cell(`elements:${code}`);
  const ticked = cell.value.split('\n').filter((one) => one !== '' && one !== newElement);
  // Ticked ones come first in their own order: the form then sends an unchanged list unchanged.
  const all = [...new Set([...ticked, ...offered])];
  return {
    ...cell,
    legend: cells.tools.t('bilan.elementsOf', { domain: label }),
    picks: all.map((one) => ({ value: one, label: one, checked: ticked.includes(one) })),
    count: ticked.length,
  };
}

/** A text of a bilan, with its limit. */
export function presentText(
  cells: CellPresenter,
  name: string,
  { label, aside, hint, rows }: { label: string; aside?: string; hint?: string; rows: number },
): TextModel {
  const { catalogue } = cells.material;
  const limit = textLimit(catalogue, parseCell(catalogue, name)) ?? 0;
  return { ...cells.cell(name), label, aside, hint, rows, limit };
}
