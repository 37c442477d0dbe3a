// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';
import type { Cell } from './cell.js';
import type { BilanContent } from './content.js';
import { tidyText } from './tidy-text.js';
import { TooLongError } from './too-long-error.js';

/** The maximum number of elements of the programme in one domain, so that a bilan stays a page or two. */
export const MOST_ELEMENTS = 12;
/** The maximum number of strengths that a teacher chooses for the child's page. */
export const MOST_STRENGTHS = 3;

/**
 * The value of a cell as a text, in the form that forms and changes carry: a position is one character or nothing, elements have a line
 * each, strengths are codes with spaces between.
 */
export function readCell(content: BilanContent, cell: Cell): string {
  switch (cell.kind) {
    case 'position':
      return (content.positions[cell.index] ?? ' ').trim();
    case 'general':
    case 'word':
      return content[cell.kind];
    case 'strengths':
      return content.strengths.join(' ');
    case 'elements':
      return (valueAt(content.elements, cell.code) ?? []).join('\n');
    case 'text':
      return valueAt(content.texts, cell.code) ?? '';
    case 'parcours':
      return valueAt(content.parcours, cell.code) ?? '';
  }
}

function valueAt<V>(all: Readonly<Record<string, V>>, key: string): V | undefined {
  return new Map(Object.entries(all)).get(key);
}

/** The content with another value in one cell. The value must come from {@link tidyCell}. */
export function writeCell(content: BilanContent, cell: Cell, value: string): BilanContent {
  const text = value === '' ? undefined : value;
  switch (cell.kind) {
    case 'position': {
      const [before, after] = [content.positions.slice(0, cell.index), content.positions.slice(cell.index + 1)];
      return { ...content, positions: before + (text ?? ' ') + after };
    }
    case 'general':
    case 'word':
      return { ...content, [cell.kind]: value };
    case 'strengths':
      return { ...content, strengths: text?.split(' ') ?? [] };
    case 'elements':
      return { ...content, elements: withKey(content.elements, cell.code, text?.split('\n')) };
    case 'text':
      return { ...content, texts: withKey(content.texts, cell.code, text) };
    case 'parcours':
      return { ...content, parcours: withKey(content.parcours, cell.code, text) };
  }
}

function withKey<V>(all: Readonly<Record<string, V>>, key: string, value: V | undefined): Record<string, V> {
  const others = Object.entries(all).filter(([one]) => one !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

/**
 * A value as it is stored, from what was typed. `0` is `N`, since the number pad of a phone has no N.
 * @throws InputError when it is no value of this cell, or longer than the catalogue allows; nothing is ever cut
 */
export function tidyCell(catalogue: Catalogue, cell: Cell, typed: string): string {
  if (cell.kind === 'position') return tidyPosition(typed);
  if (cell.kind === 'strengths') return tidyStrengths(catalogue, typed);
  if (cell.kind === 'elements') return tidyElements(catalogue, typed);
  const text = tidyText(typed);
  refuseLonger(text, catalogue.limits[cell.kind === 'text' ? 'domain' : cell.kind]);
  return text;
}

function tidyPosition(typed: string): string {
  const value = typed.trim().toUpperCase();
  if (!/^[0-4N]?$/.test(value)) throw new InputError('A position is 1, 2, 3, 4 or N.');
  return value === '0' ? 'N' : value;
}

function tidyStrengths(catalogue: Catalogue, typed: string): string {
  const codes = [...new Set(typed.split(/\s+/).filter((code) => code !== ''))];
  const known = linesOf(catalogue).map(({ code }) => code);
  if (codes.length > MOST_STRENGTHS || codes.some((code) => !known.includes(code))) {
    throw new InputError(`Strengths are at most ${String(MOST_STRENGTHS)} lines of the catalogue.`);
  }
  return codes.join(' ');
}

function tidyElements(catalogue: Catalogue, typed: string): string {
  const labels = [...new Set(tidyText(typed).split('\n').map(tidyText))].filter((label) => label !== '');
  if (labels.length > MOST_ELEMENTS) {
    throw new InputError(
      `A domain has at most ${String(MOST_ELEMENTS)} elements, and ${String(labels.length)} were sent.`,
    );
  }
  for (const label of labels) refuseLonger(label, catalogue.limits.element);
  return labels.join('\n');
}

function refuseLonger(text: string, limit: number): void {
  if (text.length <= limit) return;
  throw new TooLongError(text.length, limit);
}
