// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { MessagingTexts } from '../../brick-types.js';
import type { ThreadDraft } from '../../domain/box/drafts-in-threads.js';
import { plainTextOf } from '../../domain/text/plain-text.js';
import type { CopyRow } from '../../store/copy.entity.js';

const LONGEST = 100;

/** The beginning of a text, on one line and without the signs of its formatting. */
export function openingOf(body: string, message?: { readonly asProfile: Profile }): string {
  const words = plainTextOf(body.slice(0, 4 * LONGEST), message).replace(/\s+/g, ' ');
  const characters = [...words];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
}

interface ListedLetter {
  readonly copy: Pick<CopyRow, 'threadId'>;
  readonly message: { readonly asProfile: Profile };
  readonly body: string;
}

/** The words of a line in a list: the beginning of the message, or of the reply that its reader has begun. */
export function openingInList(
  { copy, message, body }: ListedLetter,
  drafts: readonly ThreadDraft[],
  t: MessagingTexts,
): string {
  const draft = drafts.find((one) => one.copy.threadId === copy.threadId);
  if (!draft) return openingOf(body, message);
  const text = openingOf(draft.body);
  return text === '' ? t('box.draftBare') : t('box.draft', { text });
}
