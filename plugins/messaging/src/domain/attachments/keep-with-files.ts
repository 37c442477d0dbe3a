// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import type { Draft, KeptRows, StoredRows } from '../write/draft.js';
import { isSameMessage } from '../write/is-same-message.js';
import { keepDraft } from '../write/keep-draft.js';
import { findByForm, isOpen, rowsOf, type OpenedDraft } from '../write/read-draft.js';
import { TooManyDraftsError } from '../write/save-draft.js';
import { MessageRow } from '../../store/message.entity.js';
import { attachFiles, type Attached, type Claimed } from './attach-files.js';

interface KeptWithFiles extends Pick<Claimed, 'before'> {
  /** The rows of the draft; undefined where an earlier press of the same button has sent it. */
  readonly stored: StoredRows | undefined;
  readonly attached: Attached;
}

/**
 * Keeps a text as a draft with the files of its form. The draft is written once all files have arrived: of an upload that breaks off
 * nothing stays. A second press of the button adds the files that the first one did not bring.
 * @throws TooManyDraftsError
 * @throws ConflictError when another form has changed the draft, or this form has kept another text
 */
export async function keepWithFiles(
  draft: Draft,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
): Promise<KeptWithFiles> {
  let stored: StoredRows | undefined;
  let before: Claimed['before'];
  const dropped: string[] = [];
  const claim = async (): Promise<Claimed> => {
    // Asked again after its draft was written: nothing but the files is left to write.
    if (stored && !before) return { messageId: stored.messageId };
    const earlier = await keptBefore(draft, opened, request);
    const isSent = earlier !== undefined && earlier.message.state !== 'draft';
    before = earlier && (isSent ? 'sent' : 'kept');
    if (earlier) {
      stored = isSent ? undefined : rowsOf(earlier);
      return { messageId: earlier.message.id, before };
    }
    const kept = await keep(draft, opened, request);
    dropped.push(...kept.dropped);
    stored = kept;
    return { messageId: kept.messageId };
  };
  const attached = await attachFiles({ messageId: opened?.message.id, claim }, request);
  return { stored, before, attached: { ...attached, dropped: [...dropped, ...attached.dropped] } };
}

/** The text as this form has kept or sent it before. */
async function keptBefore(
  draft: Draft,
  opened: OpenedDraft | undefined,
  { user, db }: MessagingRequest,
): Promise<OpenedDraft | undefined> {
  const earlier = await findByForm(user.id, draft.formKey, db);
  if (!earlier) return undefined;
  const { recipients, message, body } = earlier;
  if (message.id === opened?.message.id && message.version === opened.message.version) return undefined;
  if (!isSameMessage(draft, { recipients, subject: message.subject, body })) return undefined;
  if (message.state !== 'draft' || isOpen(earlier)) return earlier;
  // The draft was thrown away: the key goes to the one that is written now.
  await db.repository(MessageRow).update({ id: message.id, state: 'draft' }, { formKey: null });
  return undefined;
}

async function keep(draft: Draft, opened: OpenedDraft | undefined, request: MessagingRequest): Promise<KeptRows> {
  const kept = await keepDraft(draft, opened, request, draft.recipients);
  if (!kept) throw new TooManyDraftsError();
  return kept;
}
