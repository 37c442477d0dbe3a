// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { comparisonIn, comparisonSchema } from '../bilan/comparison.js';
import { contentHash, contentOf, contentSchema } from '../bilan/content.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { TraceRow } from '../../store/trace.entity.js';

const instant = z.iso.datetime().nullable();

/** The schema of a publication that ended: all that the family read, so that it can be shown until the bilan is purged (ADR 58). */
export const keptSchema = z.strictObject({
  year: z.int(),
  period: z.int(),
  level: z.string().nullable(),
  catalogue: z.string(),
  content: contentSchema,
  signedAs: z.string().nullable(),
  signedAt: instant,
  visaAs: z.string().nullable(),
  visaAt: instant,
  publishedAt: instant,
  /** Missing where the publication is from before comparisons were kept. */
  before: comparisonSchema.optional(),
});

/** A publication that ended. Instants are ISO texts. It names no id: rows follow a person who becomes another one. */
export type KeptPublication = z.output<typeof keptSchema>;

/** The columns of a trace that keep the publication which the step ends. */
export function keepPublication(row: BilanRow): Pick<TraceRow, 'sha256' | 'content'> {
  const text = (at: Date | null): string | null => at?.toISOString() ?? null;
  const { year, period, level, catalogue, signedAs, visaAs, sha256 } = row;
  const before = comparisonIn(row);
  const kept: KeptPublication = {
    ...{ year, period, level, catalogue, content: contentOf(row) },
    ...{ signedAs, signedAt: text(row.signedAt), visaAs, visaAt: text(row.visaAt), publishedAt: text(row.publishedAt) },
    ...(before !== undefined && { before }),
  };
  return { sha256, content: JSON.stringify(kept) };
}

/** The publication that a step ended; undefined for other steps, and for steps from before publications were kept. */
export function keptIn({ content }: { readonly content?: string | null | undefined }): KeptPublication | undefined {
  return typeof content === 'string' ? keptSchema.parse(JSON.parse(content)) : undefined;
}

/** The digest of a kept publication, as its signature computed it. */
export function hashOfKept(pupilId: string, kept: KeptPublication): string {
  return contentHash({ pupilId, ...kept });
}
