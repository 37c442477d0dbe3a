// SPDX-License-Identifier: EUPL-1.2
import { DomainError, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import { CopyRow } from '../../../store/copy.entity.js';
import { LONGEST_BODY, visible } from '../../../domain/message/message-text.js';
import { writePage } from '../write/write-page.js';
import { droppedNotices } from '../../../domain/words/dropped-notices.js';
import { keepAsDraft } from '../../../domain/write/keep-reply.js';
import { openedReply } from '../../../domain/write/standing-reply.js';
import type { TypedReply } from '../../../domain/message/typed-reply.js';

/** The size of a text column of MariaDB. */
const MOST_BYTES = 65_535;

/** A request of a button, with the reply that was typed on its page. */
export type BesideReplyRequest = MessagingRequest & { readonly body: TypedReply };

/**
 * Keeps a reply that was typed when another button of its page was pressed. Call it after that button has done its work, which never fails
 * because of the reply: one that cannot be kept stays on the page of a new message.
 * @param sentences about the work of the button
 * @param answer gets them with the one about the reply; undefined without any
 * @param status of the page when the button has not done its work either
 */
export async function keepTyped(
  sentences: readonly string[],
  request: BesideReplyRequest,
  answer: (told: string | undefined) => Reply | Promise<Reply>,
  status?: 409 | 503,
): Promise<Reply> {
  const fate = await tryToKeep(request.body, request);
  const all = fate ? [...sentences, fate.sentence] : sentences;
  const told = all.length === 0 ? undefined : all.join(' ');
  if (!fate || fate.isKept) return answer(told);
  const { body = '' } = request.body;
  return writePage(
    { recipients: [], subject: '', body, problems: { body: told ?? '' }, ...(status && { status }) },
    request,
  );
}

interface Fate {
  readonly isKept: boolean;
  readonly sentence: string;
}

/** Tries to keep a reply; undefined when none was typed. */
async function tryToKeep(
  { body, form, answers, draft, version }: TypedReply,
  request: MessagingRequest,
): Promise<Fate | undefined> {
  const { t } = request;
  const text = visible.parse(body ?? '');
  if (text === '' || answers === undefined) return undefined;
  const copy = await request.db.repository(CopyRow).findOne({ where: { id: answers } });
  if (copy?.ownerId !== request.user.id) return undefined;
  if (Buffer.byteLength(text) > MOST_BYTES)
    return { isKept: false, sentence: t('reply.tooLong', { count: LONGEST_BODY }) };
  try {
    const found = await openedReply(draft, request);
    const opened = found?.message.version === version ? found : undefined;
    // An older page of the thread does not write over a newer text. One that the newer text contains is there already.
    const isThere = found !== undefined && !opened && found.body.includes(text);
    const kept = isThere ? undefined : await keepAsDraft(copy, { body: text, formKey: form, opened }, request);
    return { isKept: true, sentence: [...droppedNotices(kept?.dropped ?? [], t), t('reply.keptBeside')].join(' ') };
  } catch (error) {
    if (error instanceof DomainError) return { isKept: false, sentence: t('reply.notKept') };
    throw error;
  }
}
