// SPDX-License-Identifier: EUPL-1.2
import { parseCell } from '../../../domain/bilan/cell.js';
import { PARTS } from '../../../domain/bilan/subject.js';
import { linesOf, type CatalogueLine } from '../../../domain/catalogue/catalogue.js';
import { textLimit } from '../../../domain/save/text-limit.js';
import type { CellPresenter } from './cell.presenter.js';
import type { ShownDomain } from './subjects.presenter.js';
import type { DomainModel, LineModel, OpenedModel, PicksModel, TextModel } from './write.model.js';

interface Opened {
  /** The code of the subject. */
  readonly code: string;
  readonly domains: readonly ShownDomain[];
  readonly givenName: string;
  readonly offered: ReadonlyMap<string, readonly string[]>;
}

/** The fields of the subject that the page shows. */
export function presentOpened(cells: CellPresenter, { code, domains, givenName: name, offered }: Opened): OpenedModel {
  const { t } = cells.tools;
  const shown = domains.find(({ domain }) => domain.code === code);
  if (shown) return { kind: 'domain', domain: presentDomain(cells, shown, offered.get(code) ?? []) };
  if (code === PARTS.parcours) {
    const { parcours } = cells.material.catalogue;
    return {
      kind: 'parcours',
      parcours: parcours.map(({ code: of, label }) => ({
        ...{ code: of, label },
        text: presentText(cells, `parcours:${of}`, { label, rows: 2 }),
      })),
    };
  }
  if (code === PARTS.child) {
    const aside = t('bilan.wordOptional');
    const words = { label: t('bilan.word', { name }), aside, hint: t('bilan.wordHint', { name }), rows: 3 };
    return { kind: 'child', word: presentText(cells, 'word', words), strengths: presentStrengths(cells, domains) };
  }
  return {
    kind: 'general',
    text: presentText(cells, 'general', { label: t('bilan.generalLabel', { name }), rows: 10 }),
  };
}

/** A teacher chooses among the lines of the page. */
function presentStrengths(cells: CellPresenter, domains: readonly ShownDomain[]): PicksModel {
  const cell = cells.cell('strengths');
  const chosen = cell.value.split(' ').filter((code) => code !== '');
  const names = domains.flatMap(({ lines }) => lines.map(({ name }) => name));
  const lines = linesOf(cells.material.catalogue).filter(({ code }) => names.includes(code) || chosen.includes(code));
  const inOrder = [...lines].sort((a, b) => rank(chosen, a.code) - rank(chosen, b.code));
  return {
    ...cell,
    legend: cells.tools.t('bilan.strengthsHint'),
    picks: inOrder.map(({ code, strong }) => ({ value: code, label: strong, checked: chosen.includes(code) })),
    count: chosen.length,
  };
}

/** Chosen lines come first, in the order in which they were chosen. */
function rank(chosen: readonly string[], code: string): number {
  const at = chosen.indexOf(code);
  return at < 0 ? chosen.length : at;
}

function presentDomain(
  cells: CellPresenter,
  { domain: { code, label }, lines }: ShownDomain,
  offered: readonly string[],
): DomainModel {
  const { t } = cells.tools;
  const newElement = cells.material.unsaved.get(`elements:${code}`)?.added ?? '';
  return {
    ...{ code, title: label, newElement, lines },
    elements: presentElements(cells, { code, offered, newElement }),
    text: presentText(cells, `text:${code}`, { label: t('bilan.appreciation'), aside: t('bilan.optional'), rows: 6 }),
  };
}

/** A line of a domain. Lines that the class does not fill in have the codes `off`. */
export function presentLine(cells: CellPresenter, { code, label }: CatalogueLine, off: readonly string[]): LineModel {
  const [cell, isOff] = [cells.cell(code), off.includes(code)];
  return { ...cell, label, isOff, isMissing: cell.value === '' && !isOff };
}

function presentElements(
  cells: CellPresenter,
  { code, offered, newElement }: { code: string; offered: readonly string[]; newElement: string },
): PicksModel {
  const cell = cells.cell(`elements:${code}`);
  const ticked = cell.value.split('\n').filter((one) => one !== '' && one !== newElement);
  // Ticked ones come first in their own order: the form then sends an unchanged list unchanged.
  const all = [...new Set([...ticked, ...offered])];
  return {
    ...cell,
    legend: cells.tools.t('bilan.elements'),
    picks: all.map((one) => ({ value: one, label: one, checked: ticked.includes(one) })),
    count: ticked.length,
  };
}

/** A text of a bilan, with its limit. */
function presentText(
  cells: CellPresenter,
  name: string,
  { label, aside, hint, rows }: { label: string; aside?: string; hint?: string; rows: number },
): TextModel {
  const { catalogue } = cells.material;
  const limit = textLimit(catalogue, parseCell(catalogue, name)) ?? 0;
  return { ...cells.cell(name), label, aside, hint, rows, limit };
}
