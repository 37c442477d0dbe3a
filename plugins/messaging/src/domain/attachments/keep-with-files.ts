// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { Draft, StoredRows } from '../write/draft.js';
import { isSameMessage } from '../write/is-same-message.js';
import { keepDraft } from '../write/keep-draft.js';
import { findByForm, type OpenedDraft } from '../write/read-draft.js';
import { TooManyDraftsError } from '../write/save-draft.js';
import { attachFiles, type Attached } from './attach-files.js';

interface KeptWithFiles {
  /** Undefined when an earlier press of the same button has brought text and files already. */
  readonly stored: StoredRows | undefined;
  readonly attached: Attached;
}

/**
 * Keeps a text as a draft with the files of its form. The draft is written once all files have arrived: of an upload that breaks off
 * nothing stays, and a second press of the button brings the files once.
 * @throws TooManyDraftsError
 * @throws ConflictError when another form has changed the draft, or this form has kept another text
 */
export async function keepWithFiles(
  draft: Draft,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
): Promise<KeptWithFiles> {
  let stored: StoredRows | undefined;
  const claim = async (): Promise<string | undefined> => {
    stored = (await wasKept(draft, opened, request)) ? undefined : await keep(draft, opened, request);
    return stored?.messageId;
  };
  try {
    const attached = await attachFiles({ messageId: opened?.message.id, claim }, request);
    return { stored, attached };
  } catch (error) {
    if (!(error instanceof ConflictError) || !(await wasKept(draft, opened, request))) throw error;
    return { stored: undefined, attached: { names: [], refused: [], dropped: [] } };
  }
}

/** Whether this form has kept or sent the text before. */
async function wasKept(
  draft: Draft,
  opened: OpenedDraft | undefined,
  { user, db }: MessagingRequest,
): Promise<boolean> {
  const before = await findByForm(user.id, draft.formKey, db);
  if (!before) return false;
  const { recipients, message, body } = before;
  if (message.id === opened?.message.id && message.version === opened.message.version) return false;
  return isSameMessage(draft, { recipients, subject: message.subject, body });
}

async function keep(draft: Draft, opened: OpenedDraft | undefined, request: MessagingRequest): Promise<StoredRows> {
  const kept = await keepDraft(draft, opened, request, draft.recipients);
  if (!kept) throw new TooManyDraftsError();
  return kept;
}
