// SPDX-License-Identifier: EUPL-1.2
import { asSentence } from '../../../domain/read/as-sentence.js';
import type { LivretRequest } from '../../../brick-types.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import type { Correction } from '../../../domain/trace/correction.js';

type Reader = Pick<LivretRequest, 't' | 'format' | 'schoolYear'>;

interface Unlocked {
  readonly row: Pick<BilanRow, 'year'>;
  readonly correction: Correction;
  readonly isPupil: boolean;
}

/**
 * The sentence for the family of a bilan that the school unlocked. The reason is for adults: pupils only read that it is being corrected.
 */
export function correctionNotice({ row, correction, isPupil }: Unlocked, { t, format, schoolYear }: Reader): string {
  const { step, kept, isWithdrawn } = correction;
  const day = format.day(step.at);
  const word = asSentence(step.word ?? '');
  if (!isWithdrawn && typeof kept?.publishedAt === 'string') {
    const published = format.day(new Date(kept.publishedAt));
    return isPupil ? t('correction.child', { published }) : t('correction.kept', { day, published, word });
  }
  // Nobody writes in an earlier school year any more.
  if (row.year !== schoolYear) {
    return isPupil ? t('correction.childGone', { day }) : t('correction.gone', { day, word });
  }
  return isPupil ? t('correction.childWithdrawn', { day }) : t('correction.withdrawn', { day, word });
}

/** The sentence that a published bilan was corrected since the family first read it; undefined when it was not. */
export function correctedNotice(
  { publishedAt, correction, isPupil }: Published,
  { t, format }: Pick<Reader, 't' | 'format'>,
): string | undefined {
  if (publishedAt === null || !correction) return undefined;
  const day = format.day(publishedAt);
  return isPupil
    ? t('correction.childDone', { day })
    : t('correction.done', { day, word: asSentence(correction.step.word ?? '') });
}

interface Published {
  readonly publishedAt: Date | null;
  readonly correction: Correction | undefined;
  readonly isPupil: boolean;
}
