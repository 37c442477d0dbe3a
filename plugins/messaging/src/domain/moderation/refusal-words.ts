// SPDX-License-Identifier: EUPL-1.2
import type { MessagingKey, MessagingTexts } from '../../brick-types.js';

export const LONGEST_WORD = 500;

/** The words that a teacher may choose for a refusal. */
export const REFUSAL_REASONS = ['hurtful', 'talk-first', 'tells-too-much', 'own-words'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const WORD_KEYS = {
  hurtful: 'word.hurtful',
  'talk-first': 'word.talkFirst',
  'tells-too-much': 'word.tellsTooMuch',
} as const satisfies Record<Exclude<RefusalReason, 'own-words'>, MessagingKey>;

/** The reason that the author reads: the teacher's own words if there are any. Undefined for a choice of own words without any. */
export function refusalWord(
  { reason, word = '' }: { readonly reason: RefusalReason; readonly word?: string | undefined },
  t: MessagingTexts,
): string | undefined {
  if (word !== '') return word;
  return reason === 'own-words' ? undefined : t(WORD_KEYS[reason]);
}
