// SPDX-License-Identifier: EUPL-1.2
import type { BilanContent } from '../../domain/bilan/content.js';
import { linesOf, type Catalogue } from '../../domain/catalogue/catalogue.js';
import { positionsByCode } from '../../domain/read/readable-bilan.js';

/** The content of a bilan as a person reads it: labels of the catalogue in place of codes and positions. */
export interface ContentInWords {
  readonly general: string;
  readonly word: string;
  readonly strengths: readonly string[];
  readonly domains: readonly {
    readonly domain: string;
    readonly positions: readonly { readonly line: string; readonly position: string }[];
    readonly text: string;
    readonly elements: readonly string[];
  }[];
  readonly parcours: readonly { readonly parcours: string; readonly text: string }[];
}

/** @param catalogue that of the bilan; without it the content is given out by its codes */
export function contentInWords(content: BilanContent, catalogue: Catalogue | undefined): ContentInWords | BilanContent {
  if (!catalogue) return content;
  const texts = new Map(Object.entries(content.texts));
  const elements = new Map(Object.entries(content.elements));
  const parcours = new Map(Object.entries(content.parcours));
  const positions = positionsByCode(catalogue, content.positions);
  const scale = new Map(catalogue.scale.map(({ value, label }) => [value as string, label]));
  const labels = new Map(linesOf(catalogue).map(({ code, label }) => [code, label]));
  return {
    ...{ general: content.general, word: content.word },
    strengths: content.strengths.map((code) => labels.get(code) ?? code),
    domains: catalogue.domains.map(({ code, label, lines }) => ({
      domain: label,
      positions: lines.flatMap((line) => {
        const value = positions.get(line.code);
        return value === undefined ? [] : { line: line.label, position: scale.get(value) ?? value };
      }),
      text: texts.get(code) ?? '',
      elements: elements.get(code) ?? [],
    })),
    parcours: catalogue.parcours.map(({ code, label }) => ({
      parcours: label,
      text: parcours.get(code) ?? '',
    })),
  };
}
