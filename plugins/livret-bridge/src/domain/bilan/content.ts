// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '../catalogue/catalogue.js';
import { linesOf } from '../catalogue/catalogue.js';

/** The content of a bilan: everything that is signed. */
export const contentSchema = z.strictObject({
  /** One character for each line of the catalogue, in its order: `1` to `4`, `N` for not assessed, a space for nothing yet. */
  positions: z.string(),
  /** The appreciation of a domain, by its code. A domain without one has no key. */
  texts: z.record(z.string(), z.string()),
  /** The elements of the programme that were worked on, by the code of the domain. */
  elements: z.record(z.string(), z.array(z.string())),
  general: z.string(),
  /** The words to the child, as *tu*; empty when the teacher wrote none. */
  word: z.string(),
  /** The codes of the lines that the teacher chose as strengths, at most three; empty: worked out from the positions. */
  strengths: z.array(z.string()),
  /** The text about a parcours, by its code. */
  parcours: z.record(z.string(), z.string()),
});

/** The content of a bilan as its row, its signature and its parcel to a collège hold it. */
export type BilanContent = z.output<typeof contentSchema>;

/** The columns of a row that hold the content; objects are JSON. */
export interface ContentColumns {
  readonly positions: string;
  readonly texts: string;
  readonly elements: string;
  readonly general: string;
  readonly word: string;
  readonly strengths: string;
  readonly parcours: string;
}

/** The content of a bilan in which nobody has written yet. */
export function emptyContent(catalogue: Catalogue): BilanContent {
  const positions = ' '.repeat(linesOf(catalogue).length);
  return { positions, texts: {}, elements: {}, general: '', word: '', strengths: [], parcours: {} };
}

/** Whether a bilan has no content, because nobody has written in it yet or because everything was removed. */
export function isEmpty({ positions, ...others }: BilanContent): boolean {
  return positions.trim() === '' && Object.values(others).every((value) => Object.keys(value).length === 0);
}

export function contentOf(row: ContentColumns): BilanContent {
  return contentSchema.parse({
    ...{ positions: row.positions, general: row.general, word: row.word },
    ...{ texts: JSON.parse(row.texts) as unknown, elements: JSON.parse(row.elements) as unknown },
    ...{ strengths: JSON.parse(row.strengths) as unknown, parcours: JSON.parse(row.parcours) as unknown },
  });
}

export function columnsOf(content: BilanContent): ContentColumns {
  const { positions, general, word } = content;
  return {
    ...{ positions, general, word },
    ...{ texts: JSON.stringify(content.texts), elements: JSON.stringify(content.elements) },
    ...{ strengths: JSON.stringify(content.strengths), parcours: JSON.stringify(content.parcours) },
  };
}

/** The parts of a bilan that a signature covers. */
export interface SignedParts {
  readonly pupilId: string;
  readonly year: number;
  readonly period: number;
  readonly level: string | null;
  readonly catalogue: string;
  readonly content: BilanContent;
}

/** The SHA-256 digest of what is signed, in hexadecimal. Keys are sorted, so that the order of writing does not matter. */
export function contentHash({ pupilId, year, period, level, catalogue, content }: SignedParts): string {
  const parts = [pupilId, year, period, level, catalogue, sorted(content)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The number of signs of a digest that pages and copies show. */
const SHOWN_SIGNS = 8;

/** The first signs of a digest, by which people compare two texts. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, SHOWN_SIGNS);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}
