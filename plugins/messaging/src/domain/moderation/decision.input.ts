// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { MessagingTexts } from '../../brick-types.js';
import { visible } from '../message/message-text.js';
import { LONGEST_REASON } from '../reports/report.input.js';
import { LONGEST_WORD, REFUSAL_REASONS, refusalWord } from './refusal-words.js';
import type { Verdict } from './decide-review.js';

/** The maximum number of reviews, more than a page shows. */
const MOST = 100;

const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const word = {
  reason: z.enum(REFUSAL_REASONS).optional(),
  word: z.string().trim().max(LONGEST_WORD).optional(),
};

/** A decision about one review, and the version of it that the page showed. */
export const oneDecision = z.object({ do: z.enum(['accept', 'refuse']), version, ...word });

/** A message that is shown to the heads, as the page showed it. */
export const shownReview = z.object({ version, reason: visible.pipe(z.string().max(LONGEST_REASON)).default('') });

/** The id of a review and the version that the page showed, as the value of its tick. */
const ticked = z
  .string()
  .regex(/^[\da-f-]{36} \d{1,9}$/)
  .transform((value) => {
    const [id = '', shown] = value.split(' ');
    return { id, version: Number(shown) };
  });

/** A form without a tick sends no field. */
const review = z
  .union([z.array(ticked).max(MOST), ticked.transform((one) => [one])])
  .optional()
  .transform((reviews) => reviews ?? []);

/** A decision about several. */
export const decisionsTogether = z.object({ do: z.enum(['accept', 'refuse']), review, ...word });

/** Acceptances that are taken back, each with the version that it gave to the review. */
export const undoneTogether = z.object({ review });

export function tickOf({ id, version: shown }: { readonly id: string; readonly version: number }): string {
  return `${id} ${shown}`;
}

/** Undefined for a refusal without a word. */
export function verdictOf(
  body: Pick<z.output<typeof decisionsTogether>, 'do' | 'reason' | 'word'>,
  t: MessagingTexts,
): Verdict | undefined {
  if (body.do === 'accept') return { state: 'accepted', word: null };
  const { reason = 'own-words' } = body;
  const given = refusalWord({ reason, word: body.word }, t);
  return given === undefined ? undefined : { state: 'refused', word: given };
}
