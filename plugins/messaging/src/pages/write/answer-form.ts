// SPDX-License-Identifier: EUPL-1.2
import { BusyError, ForbiddenError, InputError, json, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { isChild } from '../../domain/child/is-child.js';
import { keepDraft } from '../../domain/write/keep-draft.js';
import { dropFile } from '../../domain/attachments/remove-file.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { MOST_DRAFTS } from '../../domain/write/draft-room.js';
import { isUnchanged } from '../../domain/write/save-draft.js';
import { moveThread } from '../../domain/box/move-thread.js';
import { boxPath, draftPath, INBOX_PATH, threadPath, WRITE_PATH } from '../../paths.js';
import type { Draft, StoredRows } from '../../domain/write/draft.js';
import { isSameMessage } from '../../domain/write/is-same-message.js';
import { judgeMessage } from '../../domain/message/judge-message.js';
import { sentNotice } from '../../domain/write/plan-sentences.js';
import { recipientQuery } from '../../domain/write/recipient.input.js';
import { unreachedRecipients } from '../../domain/write/refuse-unreached.js';
import { sendMessage, type Sent } from '../../domain/write/send-message.js';
import { subjectOf } from '../../domain/write/subject-of.js';
import { chosenRecipients, type WriteForm } from '../../domain/write/write.input.js';
import { writePage, type Written } from '../shared/write/write-page.js';
import { hasProblems, lengthProblems, sendProblems, type WriteProblems } from '../../domain/write/write-problems.js';

/** The form as a person wrote it, and the draft that holds it, as the request found it. */
interface Posted {
  readonly form: WriteForm;
  readonly draft: Draft;
  readonly opened: OpenedDraft | undefined;
}

/** Answers the form of a message: sends it, or saves it and shows the page again. Nothing that was typed is lost on any way. */
export async function answerForm(
  form: WriteForm,
  opened: OpenedDraft | undefined,
  request: MessagingRequest,
): Promise<Reply> {
  if (form.urgent && !request.user.profiles.includes('head')) throw new ForbiddenError('Only a head sends urgently.');
  const { body } = form;
  // The form of a pupil has no subject; a reply has that of its thread.
  const ownSubject = opened?.replyTo ? opened.message.subject : subjectOf(body);
  const subject = form.subject === '' && isChild(request.user) ? ownSubject : form.subject;
  const draft = {
    ...{ recipients: chosenRecipients(form), subject, body, replyTo: opened?.replyTo },
    ...{ formKey: form.form, formTurn: form.turn },
    urgent: form.urgent !== undefined,
    apart: form.apart !== undefined,
  };
  const posted = { form, draft: withoutUndefined(draft), opened };
  if (opened && !isUnchanged(opened, { draft: posted.draft, version: form.version }))
    return answerChanged(posted, request);
  if (form.add === undefined && form.remove === undefined && form.drop === undefined) {
    if (form.do === 'send' || form.do === 'send-rest') return answerSend(posted, request);
    if (form.do === 'discard') return discard(posted, request);
  }
  return answerSave(posted, request);
}

/** `replyTo` is absent, not undefined, in a message that replies to none. */
function withoutUndefined({ replyTo, ...draft }: Omit<Draft, 'replyTo'> & { replyTo: Draft['replyTo'] }): Draft {
  return { ...draft, ...(replyTo && { replyTo }) };
}

async function answerSave({ form, draft, opened }: Posted, request: MessagingRequest): Promise<Reply> {
  const { t, redirect, url, clock } = request;
  const problems = lengthProblems(draft, t);
  const isForScript = form.do === 'keep';
  if (hasProblems(problems)) {
    if (isForScript) return json({ status: Object.values(problems).join(' ') }, 400);
    return writePage({ ...draft, opened, form, problems, status: 400 }, request);
  }
  const query = nextQuery(form);
  // Recipients alone are no draft yet: the address holds them.
  if (!opened && draft.subject === '' && draft.body === '' && !['save', 'attach'].includes(form.do) && !isForScript) {
    return redirect(withQuery(WRITE_PATH, [...recipientQuery(draft.recipients), ...query]));
  }
  const kept = await keepDraft(draft, opened, request);
  if (!kept) return answerFull({ form, draft, opened }, request);
  const { copyId, version } = kept;
  const status = t('draft.keptAt', { hour: request.format.hour(clock.now()) });
  if (isForScript) return json({ url: url(draftPath(copyId)), version, status });
  if (form.drop !== undefined && opened) await dropFile(opened.copy, form.drop, request);
  return redirect(withQuery(draftPath(copyId), [...query]), form.do === 'save' ? t('draft.kept') : undefined);
}

/** The query of the next page, which shows found persons, the form for files, or earlier refusals. */
function nextQuery(form: WriteForm): URLSearchParams {
  if (form.add !== undefined || form.remove !== undefined || form.drop !== undefined) return new URLSearchParams();
  if (form.do === 'attach') return new URLSearchParams({ attach: 'true' });
  if (form.do === 'said') return new URLSearchParams({ said: 'true' });
  return form.do === 'search' && form.q !== undefined ? new URLSearchParams({ q: form.q }) : new URLSearchParams();
}

/** There is no room for one more draft: the page keeps the text. */
function answerFull({ form, draft, opened }: Posted, request: MessagingRequest): Reply | Promise<Reply> {
  const body = request.t('draft.full', { count: MOST_DRAFTS });
  if (form.do === 'keep') return json({ status: body }, 400);
  return writePage({ ...draft, opened, form, problems: { body }, status: 400 }, request);
}

async function discard({ opened }: Posted, request: MessagingRequest): Promise<Reply> {
  if (opened) await moveThread(opened.copy, 'trash', request);
  return request.redirect(INBOX_PATH, request.t('draft.discarded'));
}

async function answerSend(posted: Posted, request: MessagingRequest): Promise<Reply> {
  const { t } = request;
  const { form } = posted;
  const draft = form.do === 'send-rest' ? await withoutUnreached(posted.draft, request) : posted.draft;
  const problems: WriteProblems = {
    ...sendProblems(draft, t),
    ...(form.urgent && form.reason === '' && { reason: t('problem.noReason') }),
  };
  if (hasProblems(problems)) return stopped({ ...posted, draft }, { problems, status: 400 }, request);
  try {
    return afterSending(await send({ ...posted, draft }, request), request);
  } catch (error) {
    if (error instanceof InputError) return stopped(posted, { isRefused: true, status: 400 }, request);
    if (error instanceof BusyError) return stopped(posted, { status: 503 }, request);
    throw error;
  }
}

function send({ form, draft, opened }: Posted, request: MessagingRequest): ReturnType<typeof sendMessage> {
  const stored = opened && rowsOf(opened);
  if (!draft.urgent) return sendMessage({ ...draft, stored }, request);
  const subject = { reason: form.reason };
  return request.audit('messaging.urgent', subject, async () => {
    const sent = await sendMessage({ ...draft, stored }, request);
    return { subject: sent.isNew ? subject : null, result: sent };
  });
}

async function withoutUnreached(draft: Draft, request: MessagingRequest): Promise<Draft> {
  const sender = { personId: request.user.id, ...(draft.replyTo && { replyTo: draft.replyTo.author }) };
  const judged = await judgeMessage(sender, draft.recipients, request);
  const unreached = unreachedRecipients(request.user.id, draft.recipients, judged);
  return { ...draft, recipients: draft.recipients.filter((one) => !unreached.includes(one)) };
}

function rowsOf({ copy, message }: OpenedDraft): StoredRows {
  return { messageId: message.id, threadId: message.threadId, version: message.version, copyId: copy.id };
}

/** Shows the form again with why it was not sent. What a page sent is kept as a draft; a program keeps its text itself. */
async function stopped(
  { form, draft, opened }: Posted,
  answer: Pick<Written, 'problems' | 'isRefused' | 'status'>,
  request: MessagingRequest,
): Promise<Reply> {
  const isKept = form.form !== undefined && !hasProblems(lengthProblems(draft, request.t));
  const kept = isKept ? await keepDraft(draft, opened, request) : undefined;
  return writePage({ ...draft, opened, form, ...(kept && { kept }), ...answer }, request);
}

/** Another form has changed, sent or thrown away the draft: this text becomes a draft of its own, and the page shows both. */
async function answerChanged(posted: Posted, request: MessagingRequest): Promise<Reply> {
  const { form, draft, opened } = posted;
  if (!opened) throw new InputError('There is no draft that could have changed.');
  const sentBefore = await answerSentBefore(posted, opened, request);
  if (sentBefore) return sentBefore;
  if (form.do === 'keep') return json({ status: request.t('draft.changed'), isChanged: true }, 409);
  if (form.do === 'discard') return request.redirect(INBOX_PATH);
  if (hasProblems(lengthProblems(draft, request.t))) {
    return writePage(
      { ...draft, form, problems: lengthProblems(draft, request.t), other: opened, status: 409 },
      request,
    );
  }
  // The key may be that of the other text, which this form has written first.
  const own = { ...draft, formKey: undefined, formTurn: undefined };
  const kept = await keepDraft(own, undefined, request, opened.recipients);
  const problems = kept ? {} : { body: request.t('draft.full', { count: MOST_DRAFTS }) };
  return writePage({ ...draft, form, kept, problems, other: opened, status: 409 }, request);
}

/** A second press of the button of a form is answered like the first. Undefined for another text, which the first one did not send. */
async function answerSentBefore(
  posted: Posted,
  { message, recipients, body }: OpenedDraft,
  request: MessagingRequest,
): Promise<Reply | undefined> {
  const { form } = posted;
  const isSending = form.do === 'send' || form.do === 'send-rest';
  if (!isSending || form.form === undefined || message.formKey !== form.form || message.state === 'draft') {
    return undefined;
  }
  const draft = form.do === 'send-rest' ? await withoutUnreached(posted.draft, request) : posted.draft;
  if (!isSameMessage(draft, { recipients, subject: message.subject, body })) return undefined;
  return afterSending(await sendMessage(draft, request), request);
}

/** A pupil is told by the page of the message what became of it. */
function afterSending({ plan, copyId }: Sent, request: MessagingRequest): Reply {
  if (isChild(request.user)) return request.redirect(threadPath(copyId));
  return request.redirect(boxPath('sent'), sentNotice(plan, request));
}

function withQuery(path: string, query: Iterable<readonly [string, string]>): string {
  const text = new URLSearchParams([...query].map(([name, value]) => [name, value])).toString();
  return text === '' ? path : `${path}?${text}`;
}
