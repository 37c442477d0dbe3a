// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingKey, MessagingTexts } from '../brick-types.js';

export const LONGEST_WORD = 500;

/** The words that a teacher may choose for a refusal. */
export const REFUSAL_REASONS = ['hurtful', 'talk-first', 'tells-too-much', 'own-words'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

const WORD_KEYS = {
  hurtful: 'word.hurtful',
  'talk-first': 'word.talkFirst',
  'tells-too-much': 'word.tellsTooMuch',
} as const satisfies Record<Exclude<RefusalReason, 'own-words'>, MessagingKey>;

export const refusalFields = {
  reason: z.enum(REFUSAL_REASONS),
  word: z.string().trim().max(LONGEST_WORD).optional(),
};

/**
 * What the author of the message reads: the teacher's own words where there are any.
 * @throws InputError for own words without any
 */
export function refusalWord(
  { reason, word = '' }: { readonly reason: RefusalReason; readonly word?: string | undefined },
  t: MessagingTexts,
): string {
  if (word !== '') return word;
  if (reason !== 'own-words') return t(WORD_KEYS[reason]);
  throw new InputError('The refusal has no word for the author.', { remedy: 'Write one, or choose one of the list.' });
}
