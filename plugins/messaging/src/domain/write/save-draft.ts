// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, type Clock, type SchoolDatabase, type SchoolStorage } from '@volee/core-adapter';
import { isSameMessage } from './is-same-message.js';
import { recipientRow } from './recipient-row.js';
import { foldedText } from '../message/message-text.js';
import type { Draft, KeptRows, StoredRows } from './draft.js';
import { beginTurns, waitTurn, type Writer } from '../ration/take-turn.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { makeRoom, MOST_DRAFTS, readUnsent } from './draft-room.js';
import { isOpen, type OpenedDraft } from './read-draft.js';

export interface DraftTools {
  readonly storage: Pick<SchoolStorage, 'remove'>;
  readonly user: Writer;
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** The content of a form, with the key and the number by which it names itself. */
export interface FormState {
  readonly draft: Draft;
  /** The version of the draft that the form showed; undefined for a program, which changes whatever there is. */
  readonly version: number | undefined;
}

/**
 * Whether a form may write over a draft: nobody else has changed it since the form was shown. A form that never read its last answer
 * finds its own key on the draft. A save of the form that was overtaken by a later one does not.
 */
export function isUnchanged(opened: OpenedDraft, { draft, version }: FormState): boolean {
  if (!isOpen(opened)) return false;
  const { message, recipients, body } = opened;
  const isOwn = draft.formKey !== undefined && message.formKey === draft.formKey;
  if (isOwn && draft.formTurn !== undefined) return draft.formTurn > (message.formTurn ?? 0);
  if (version === undefined || message.version === version) return true;
  return isOwn && isSameMessage(draft, { recipients, subject: message.subject, body });
}

/** The person has as many drafts as there may be. */
export class TooManyDraftsError extends InputError {
  constructor() {
    super(`The user has ${MOST_DRAFTS} drafts.`, { remedy: 'Send some of them, or throw them away.' });
  }
}

/**
 * Writes a draft, in new rows or in those of `opened`, which the caller has found unchanged.
 * @throws ConflictError when another request was first
 * @throws TooManyDraftsError for a new one
 */
export async function saveDraft(draft: Draft, opened: OpenedDraft | undefined, tools: DraftTools): Promise<KeptRows> {
  const { db, user } = tools;
  if (opened) return { ...(await db.transaction(() => changeDraft(draft, opened, tools))), dropped: [] };
  await beginTurns('draft', user, tools);
  const dropped = await makeRoom(user.id, { drafts: 1, bytes: 0 }, tools);
  const stored = await db.transaction(async () => {
    await waitTurn('draft', user, tools);
    return insertDraft(draft, tools);
  });
  return { ...stored, dropped };
}

/** Call it while no other request of the person adds a draft. */
export async function insertDraft(draft: Draft, { user, db, clock }: Omit<DraftTools, 'storage'>): Promise<StoredRows> {
  if ((await readUnsent(user.id, db)).drafts >= MOST_DRAFTS) throw new TooManyDraftsError();
  const now = clock.now();
  const threadId = draft.replyTo?.threadId ?? randomUUID();
  const [message] = await db.repository(MessageRow).insert([
    {
      threadId,
      replyToId: draft.replyTo?.id ?? null,
      authorId: user.id,
      asProfile: user.profiles[0] ?? 'staff',
      subject: draft.subject,
      state: 'draft',
      version: 1,
      urgent: false,
      apart: draft.apart ?? false,
      sentAt: now,
      settledAt: null,
      formKey: draft.formKey ?? null,
      formTurn: draft.formTurn ?? null,
    },
  ]);
  const messageId = message?.id ?? '';
  await writeContent(messageId, draft, db);
  const [copy] = await db.repository(CopyRow).insert([
    {
      ...{ ownerId: user.id, threadId, messageId, box: 'drafts', isLast: true, at: now },
      ...{ readAt: now, shownAt: now, recalledAt: null, hiddenAt: null, purgeAt: null },
    },
  ]);
  return { messageId, threadId, version: 1, copyId: copy?.id ?? '' };
}

async function changeDraft(draft: Draft, { copy, message }: OpenedDraft, tools: DraftTools): Promise<StoredRows> {
  const { db, clock } = tools;
  const { id: messageId, threadId, version } = message;
  const now = clock.now();
  const changes = { subject: draft.subject, apart: draft.apart ?? false, version: version + 1, sentAt: now };
  const formKey = draft.formKey ?? message.formKey;
  const formTurn = draft.formTurn ?? null;
  const where = { id: messageId, state: 'draft', version } as const;
  const changed = await db.repository(MessageRow).update(where, { ...changes, formKey, formTurn });
  if (changed === 0) throw new ConflictError('The draft was changed or sent by another request.');
  await db.repository(TextRow).delete({ messageId });
  await db.repository(RecipientRow).delete({ messageId });
  await writeContent(messageId, draft, db);
  // The nightly job may have removed it meanwhile.
  const kept = await db.repository(CopyRow).update({ id: copy.id }, { at: now });
  if (kept === 0) throw new ConflictError('The draft is gone for good.');
  return { messageId, threadId, version: version + 1, copyId: copy.id };
}

async function writeContent(
  messageId: string,
  { recipients, subject, body }: Draft,
  db: SchoolDatabase,
): Promise<void> {
  await db.repository(TextRow).insert([{ messageId, body, folded: foldedText(subject, body) }]);
  await db.repository(RecipientRow).insert(recipients.map((recipient) => recipientRow(messageId, recipient)));
}
