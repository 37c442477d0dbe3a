// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { filesOf } from '../../domain/message/files-of.js';
import { shareFiles } from '../../domain/attachments/share-files.js';
import { makeRoom, MOST_DRAFTS, MOST_UNSENT_BYTES, readUnsent } from '../../domain/write/draft-room.js';
import { insertDraft } from '../../domain/write/save-draft.js';
import { keepTyped } from '../shared/answer/keep-typed.js';
import { typedReply } from '../../domain/message/typed-reply.js';
import { copyParams } from '../shared/box.input.js';
import { findCopy } from '../../domain/box/find-copy.js';
import type { Letter } from '../../domain/box/read-letters.js';
import { readRecipients } from '../../domain/box/read-box-list.js';
import { readMissed } from '../../domain/box/read-missed.js';
import { showCopies } from '../../domain/box/show-copies.js';
import { threadPage } from '../shared/thread/thread-page.js';
import { withinRation } from '../shared/answer/within-ration.js';
import { droppedNotices } from '../../domain/words/dropped-notices.js';
import { draftPath, forwardPath } from '../../paths.js';
import { beginTurns, takeTurn, waitTurn } from '../../domain/ration/take-turn.js';
import type { CopyRow } from '../../store/copy.entity.js';
import type { Draft } from '../../domain/write/draft.js';
import { LONGEST_BODY, LONGEST_SUBJECT } from '../../domain/message/message-text.js';

/** With `missed`, the draft is for the people that the user's own message did not reach; with `again`, it is that message once more. */
const forwardForm = z.object({ to: z.enum(['missed', 'again']).optional(), ...typedReply });

/**
 * Registers forwarding: a draft with the text and the files of a message that the user has. It is judged like any message when it is sent.
 */
export function registerForwarding({ http }: Pick<MessagingBrick, 'http'>): void {
  const forward = { access: 'write', params: copyParams, body: forwardForm, load: findCopy } as const;
  http.post(forwardPath(':id'), forward, async (request) => {
    const { resource, body, redirect } = request;
    const [letter] = await showCopies([resource], request);
    if (!letter || letter.copy.recalledAt !== null || letter.message.state === 'draft')
      throw new NotFoundError('Only a message that was sent is forwarded.');
    const again = body.to && (await onceMore(letter, body.to, request));
    const draft = again ?? { recipients: [], ...quoted(letter, request) };
    return withinRation('forward', resource, request, async () => {
      const { copyId, dropped } = await writeForward(draft, resource, request);
      if (copyId !== undefined) {
        const sentences = droppedNotices(dropped, request.t);
        return keepTyped(sentences, request, (notice) => redirect(draftPath(copyId), notice));
      }
      return keepTyped(
        [request.t('forward.full', { count: MOST_DRAFTS })],
        request,
        (problem = '') => threadPage(resource, request, { again: { status: 409, problem } }),
        409,
      );
    });
  });
}

/** The same text to all people that the user has named, or to the people that the message did not reach; undefined without any. */
async function onceMore(
  { message, body }: Letter,
  to: 'missed' | 'again',
  { db, user }: MessagingRequest,
): Promise<Draft | undefined> {
  if (message.authorId !== user.id) return undefined;
  const { subject } = message;
  if (to === 'again') {
    const recipients = (await readRecipients([message.id], { db })).get(message.id) ?? [];
    return { recipients, subject, body, ...(message.apart && { apart: true }) };
  }
  const missed = [...((await readMissed([message.id], db)).get(message.id) ?? [])];
  if (missed.length === 0) return undefined;
  return { recipients: missed.map((person) => ({ person })), subject, body };
}

interface Forwarded {
  /** Undefined when the user has no room for one more draft, or for its files. */
  readonly copyId: string | undefined;
  /** The subjects of the drafts that were deleted from the trash to make room. */
  readonly dropped: readonly string[];
}

async function writeForward(draft: Draft, copy: CopyRow, request: MessagingRequest): Promise<Forwarded> {
  const { db, user } = request;
  const bytes = (await filesOf(copy.messageId, db)).reduce((sum, file) => sum + file.bytes, 0);
  await beginTurns('draft', user, request);
  const dropped = await makeRoom(user.id, { drafts: 1, bytes }, request);
  const copyId = await db.transaction(async () => {
    await waitTurn('draft', user, request);
    await takeTurn('forward', user, request);
    const unsent = await readUnsent(user.id, db);
    if (unsent.drafts >= MOST_DRAFTS || unsent.bytes + bytes > MOST_UNSENT_BYTES) return undefined;
    const stored = await insertDraft(draft, request);
    await shareFiles({ from: copy, to: stored.messageId }, request);
    return stored.copyId;
  });
  return { copyId, dropped };
}

/**
 * The quoted text. The day stands above it, and no name: in a text, a name would outlast the erasure of its person. A text that is too long
 * is cut.
 */
function quoted(
  { message, body }: Letter,
  { t, format }: Pick<MessagingRequest, 't' | 'format'>,
): { subject: string; body: string } {
  const head = t('forward.head', { when: format.dayAndTime(message.sentAt) });
  return {
    subject: cut(t('forward.subject', { subject: message.subject }), LONGEST_SUBJECT),
    body: cut(`\n\n${head}\n\n${body}`, LONGEST_BODY),
  };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
