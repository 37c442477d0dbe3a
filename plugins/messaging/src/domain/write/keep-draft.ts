// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import type { Recipient } from '../rules/recipients.js';
import type { Draft, StoredRows } from './draft.js';
import { keepRecipients } from './keep-recipients.js';
import type { OpenedDraft } from './read-draft.js';
import { saveDraft, TooManyDraftsError } from './save-draft.js';

/**
 * Keeps what a form holds, with the recipients that a draft may name.
 * @param before recipients that the page has named before
 * @returns undefined when the user has too many drafts
 */
export async function keepDraft(
  draft: Draft,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
  before: readonly Recipient[] = opened?.recipients ?? [],
): Promise<StoredRows | undefined> {
  const recipients = await keepRecipients(request.user.id, draft, before, request);
  try {
    return await saveDraft({ ...draft, recipients }, opened, request);
  } catch (error) {
    if (error instanceof TooManyDraftsError) return undefined;
    throw error;
  }
}
