// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { contentOf, contentSchema, shortDigest } from '../bilan/content.js';
import { catalogueSchema, type Catalogue } from '../catalogue/catalogue.js';
import { editionOf } from '../catalogue/catalogues.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { PeriodRow } from '../../store/period.entity.js';

const instant = z.iso.datetime().nullable().default(null);

/** The bytes that the host carries in one parcel. */
const LARGEST = 60_000;

/**
 * The schema of what travels to a collège: a published bilan périodique, as families read it. It carries neither an INE nor support
 * measures. Content that was offered before a field was added takes the default of the field.
 */
export const handedSchema = z.object({
  /** A later shape is refused, and its parcel waits for the version that reads it. */
  shape: z.literal(1),
  /** The school year in which the pupil is in CM2: it decides until when the copy is kept. */
  cm2Year: z.int(),
  year: z.int(),
  period: z.int().positive(),
  /** The number of periods in that year, and its rhythm; null when the school kept none. */
  count: z.int().positive().nullable().default(null),
  rhythm: z.enum(['T', 'S', 'P5']).nullable().default(null),
  level: z.string().nullable().default(null),
  /** The id of the catalogue by which it is read. */
  catalogue: z.string(),
  /** The catalogue itself, unless it is one of the brick or too long. The collège keeps it apart from the copies. */
  lines: catalogueSchema.optional(),
  content: z.object({
    ...contentSchema.shape,
    word: z.string().default(''),
    strengths: z.array(z.string()).default([]),
    parcours: z.record(z.string(), z.string()).default({}),
  }),
  className: z.string().nullable().default(null),
  signedAs: z.string().nullable().default(null),
  signedAt: instant,
  visaAs: z.string().nullable().default(null),
  visaAt: instant,
  publishedAt: instant,
  /** The first signs of the digest at the école; null in copies from before it travelled. */
  digest: z.string().max(8).nullable().default(null),
});

/** A bilan as a collège holds it. Instants are ISO texts. */
export type HandedBilan = z.output<typeof handedSchema>;

/** The parts of a bilan that its row does not hold. */
export interface HandedContext {
  readonly cm2Year: number;
  /** The name of the class in which it was written; null when no list names the class any more. */
  readonly className: string | null;
  readonly period: Pick<PeriodRow, 'count' | 'rhythm'> | undefined;
  readonly catalogue?: Catalogue | undefined;
}

/** A bilan as it travels. */
export function handedBilanOf(row: BilanRow, { cm2Year, className, period, catalogue }: HandedContext): HandedBilan {
  const text = (at: Date | null): string | null => at?.toISOString() ?? null;
  const bilan: HandedBilan = {
    ...{ shape: 1, cm2Year, year: row.year, period: row.period },
    ...{ count: period?.count ?? null, rhythm: period?.rhythm ?? null },
    ...{ level: row.level, catalogue: row.catalogue, content: contentOf(row), className },
    ...{ signedAs: row.signedAs, signedAt: text(row.signedAt), visaAs: row.visaAs, visaAt: text(row.visaAt) },
    ...{ publishedAt: text(row.publishedAt), digest: row.sha256 === null ? null : shortDigest(row.sha256) },
  };
  if (catalogue === undefined) return bilan;
  const lines = editionOf(catalogue);
  const withLines = { ...bilan, catalogue: lines.id, lines };
  return Buffer.byteLength(JSON.stringify(withLines)) > LARGEST ? bilan : withLines;
}

/** The key of the parcel of a bilan: the same bilan, published again, replaces itself. */
export function parcelKey({ year, kind, period }: Pick<BilanRow, 'year' | 'kind' | 'period'>): string {
  return `${String(year)}-${kind}-${String(period)}`;
}
