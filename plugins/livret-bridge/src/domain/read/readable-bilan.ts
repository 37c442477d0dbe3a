// SPDX-License-Identifier: EUPL-1.2
import type { BilanContent } from '../bilan/content.js';
import { linesOf, type Catalogue } from '../catalogue/catalogue.js';
import type { NamedPeriod } from '../periods/period-name.js';

/** A bilan as its readers see it: written in this school, or handed over to it. */
export interface ReadableBilan extends NamedPeriod {
  readonly pupilId: string;
  readonly givenName: string;
  readonly schoolName: string;
  readonly year: number;
  readonly level: string | null;
  readonly catalogue: Catalogue;
  readonly content: BilanContent;
  readonly signedAs: string | null;
  readonly signedAt: Date | null;
  readonly visaAs: string | null;
  readonly visaAt: Date | null;
  readonly publishedAt: Date | null;
  /** The first signs of the digest of what was signed; null before a signature, and for copies that came without it. */
  readonly digest: string | null;
  /** The last bilan before it; undefined for the first one of a pupil. */
  readonly before: BilanBefore | undefined;
}

/** Positions of an earlier bilan, by code, since its catalogue may be another one. */
export interface BilanBefore extends NamedPeriod {
  readonly year: number;
  readonly level: string | null;
  readonly positions: ReadonlyMap<string, string>;
}

/** The position of each line, by its code; lines that are not filled in have none. */
export function positionsByCode(catalogue: Catalogue, positions: string): ReadonlyMap<string, string> {
  const filled = linesOf(catalogue).map(({ code }, index) => [code, positions[index] ?? ' '] as const);
  return new Map(filled.filter(([, value]) => value !== ' '));
}
