// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Catalogues } from '../catalogue/catalogues.js';
import { handedSchema, type HandedBilan } from './handed-bilan.js';
import { positionsByCode, type BilanBefore, type ReadableBilan } from '../read/readable-bilan.js';
import type { HandedRow } from '../../store/handed.entity.js';

/** A copy as its readers see it: by the catalogue with which it was written, and beside the copy before it. */
export function readableHanded(
  { pupilId, fromName, content }: Pick<HandedRow, 'pupilId' | 'fromName' | 'content'>,
  pupil: Member | undefined,
  before: Pick<HandedRow, 'content'> | undefined,
  catalogues: Catalogues,
): ReadableBilan {
  const bilan = readContent(content);
  const { year, period, rhythm, level, signedAs, visaAs } = bilan;
  return {
    ...{ pupilId, givenName: pupil?.givenName ?? '', schoolName: fromName },
    ...{
      year,
      period,
      rhythm: rhythm ?? undefined,
      level,
      catalogue: catalogues.toRead(bilan.catalogue, bilan.content),
    },
    ...{ content: bilan.content, signedAs, signedAt: instant(bilan.signedAt), visaAs, visaAt: instant(bilan.visaAt) },
    ...{ publishedAt: instant(bilan.publishedAt), digest: bilan.digest },
    before: before && beforeOf(readContent(before.content), catalogues),
  };
}

/** The content of a row. It was read by the schema when it arrived, and is read again, since the schema may have grown. */
export function readContent(content: string): HandedBilan {
  return handedSchema.parse(JSON.parse(content));
}

function beforeOf(
  { year, period, rhythm, level, catalogue, content }: HandedBilan,
  catalogues: Catalogues,
): BilanBefore | undefined {
  const known = catalogues.find(catalogue);
  if (!known) return undefined;
  const positions = positionsByCode(known, content.positions);
  return { year, period, rhythm: rhythm ?? undefined, level, positions };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
