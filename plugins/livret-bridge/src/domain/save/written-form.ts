// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';

const LONGEST_NAME = 60;
const LONGEST_VALUE = 100_000;
const MOST_TICKS = 100;
const value = z.string().max(LONGEST_VALUE);

/**
 * The form of a bilan. A field has the name of its cell, and `was.<cell>` is the mark of what the page showed: see
 * `seenMark`. A cell without a mark is not part of the form.
 */
export const writtenForm = z.record(z.string().max(LONGEST_NAME), z.union([value, z.array(value).max(MOST_TICKS)]));

export class Fields {
  readonly #all: ReadonlyMap<string, string | readonly string[]>;

  constructor(form: z.output<typeof writtenForm>) {
    this.#all = new Map(Object.entries(form));
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }

  /** Every value of a field, such as the ticks of a list. */
  all(name: string): readonly string[] {
    const found = this.#all.get(name) ?? [];
    return typeof found === 'string' ? [found] : found;
  }

  /** The last value of a field; empty when the form has none. */
  one(name: string): string {
    return this.all(name).at(-1) ?? '';
  }
}

/** The names of all cells of a catalogue, in the order of the page. */
export function cellNames(catalogue: Catalogue): readonly string[] {
  return [
    ...linesOf(catalogue).map(({ code }) => code),
    ...catalogue.domains.flatMap(({ code }) => [`elements:${code}`, `text:${code}`]),
    ...catalogue.parcours.map(({ code }) => `parcours:${code}`),
    ...['general', 'word', 'strengths'],
  ];
}

export interface TypedCell {
  readonly name: string;
  readonly typed: string;
  /** The mark of the value that the page showed. */
  readonly was: string;
  /** The new element in `typed`, or nothing. */
  readonly added: string;
}

/** The cells of a form. Elements have a line each, with the one that is added last; strengths are codes with spaces between. */
export function typedCells(catalogue: Catalogue, fields: Fields): readonly TypedCell[] {
  return cellNames(catalogue)
    .filter((name) => fields.has(`was.${name}`))
    .map((name) => ({ name, was: fields.one(`was.${name}`), ...typedValue(name, fields) }));
}

function typedValue(name: string, fields: Fields): Pick<TypedCell, 'typed' | 'added'> {
  if (name === 'strengths') return { typed: fields.all(name).join(' '), added: '' };
  if (!name.startsWith('elements:')) return { typed: fields.one(name), added: '' };
  const added = fields.one(name.replace('elements', 'new')).trim();
  return { typed: [...fields.all(name), added].filter((label) => label !== '').join('\n'), added };
}
