// SPDX-License-Identifier: EUPL-1.2
import { parseCell, type Cell } from './cell.js';
import { readCell, writeCell } from './cell-value.js';
import type { BilanContent } from './content.js';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';

/** The content of a bilan with the catalogue by which it is read. */
export interface Readable {
  readonly content: BilanContent;
  readonly catalogue: Catalogue;
}

export interface MergedContent {
  readonly content: BilanContent;
  /** The names of the cells that were empty in `kept`, and hold the value of the other one. */
  readonly taken: readonly string[];
  /** The values that were not kept, with their labels. */
  readonly differing: readonly { readonly label: string; readonly value: string }[];
}

/**
 * Merges the cells of one bilan into another of the same pupil and period: an empty cell takes the value of the other one.
 * When both are filled and differ, the value of `kept` stays and the other one is reported.
 * @param mayFill whether `kept` may still change; otherwise the cells that it lacks are reported, too
 */
export function mergeContent(kept: Readable, other: Readable, mayFill: boolean): MergedContent {
  const names = new Set(namedCells(kept.catalogue).map(({ name }) => name));
  const [taken, differing]: [string[], { label: string; value: string }[]] = [[], []];
  let { content } = kept;
  for (const { name, label } of namedCells(other.catalogue)) {
    const value = readCell(other.content, parseCell(other.catalogue, name));
    if (value === '') continue;
    const cell: Cell | undefined = names.has(name) ? parseCell(kept.catalogue, name) : undefined;
    const there = cell && readCell(content, cell);
    if (cell && there === '' && mayFill) {
      content = writeCell(content, cell, value);
      taken.push(name);
    } else if (there !== value) {
      differing.push({ label, value });
    }
  }
  return { content, taken, differing };
}

/** Every cell of a catalogue with its label. The labels of catalogues are French, and so are the three that none of them has. */
function namedCells({ domains, parcours, ...rest }: Catalogue): { name: string; label: string }[] {
  const lines = linesOf({ domains, ...rest }).map(({ code, label }) => ({ name: code, label }));
  const texts = domains.flatMap(({ code, label }) => [
    { name: `text:${code}`, label: `${label}, appréciation` },
    { name: `elements:${code}`, label: `${label}, éléments travaillés` },
  ]);
  const all = parcours.map(({ code, label }) => ({ name: `parcours:${code}`, label }));
  const general = [
    { name: 'general', label: 'Appréciation générale' },
    { name: 'word', label: 'Mot pour l’élève' },
    { name: 'strengths', label: 'Points forts' },
  ];
  return [...lines, ...texts, ...all, ...general];
}
