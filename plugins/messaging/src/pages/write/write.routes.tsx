// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type Reply, type PageReply } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { attachPage } from './attach-page.js';
import { isChild } from '../../domain/child/is-child.js';
import { findByForm, isOpen, readDraft, type OpenedDraft } from '../../domain/write/read-draft.js';
import { findCopy } from '../../domain/box/find-copy.js';
import { draftPath, threadPath, WRITE_PATH } from '../../paths.js';
import { answerForm } from './answer-form.js';
import { recipientsOf } from '../../domain/write/recipient.input.js';
import { draftParams, draftQuery, writeForm, writeQuery, type WriteForm } from '../../domain/write/write.input.js';
import { writePage } from '../shared/write/write-page.js';
import { toldRefusals } from '../../domain/message/told-refusals.js';
import { presentSaid } from '../shared/child/said.presenter.js';
import { SaidView } from '../shared/child/said.view.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import { threadOfReply } from '../../domain/write/standing-reply.js';
import { REPLY_ID } from '../shared/thread/reply-id.js';
import { saidReader } from '../shared/child/said-reader.js';

/** Registers writing: a new message, or a draft. Both have one page and one form. */
export function registerWriting({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(WRITE_PATH, { access: 'write', query: writeQuery }, (request) => {
    const { q, urgent, to, ...fields } = request.query;
    const recipients = recipientsOf(fields);
    const empty = { subject: '', body: '', isTelling: to === 'adults' };
    return writePage({ recipients, ...empty, search: q, urgent: urgent !== undefined }, request);
  });

  http.post(WRITE_PATH, { access: 'write', body: writeForm }, (request) =>
    answerTwice(request, async () => findByForm(request.user.id, request.body.form, request.db)),
  );

  const draft = { access: 'write', params: draftParams, load: findCopy } as const;

  http.get(draftPath(':id'), { ...draft, query: draftQuery }, async (request) => {
    const { resource: copy, db, query, redirect } = request;
    const opened = await readDraft(copy, db);
    if (!opened || copy.hiddenAt !== null) throw new NotFoundError('Only its author opens a draft.');
    if (!isOpen(opened)) return redirect(threadPath(copy.id));
    const thread = Object.keys(query).length > 0 ? undefined : await threadOfReply(opened, db);
    if (thread !== undefined && !(await saysWhy(opened, request))) return redirect(`${threadPath(thread)}#${REPLY_ID}`);
    if (query.attach) return attachPage(opened, request);
    if (query.said && isChild(request.user)) return saidPage(opened, request);
    const { recipients, message, body } = opened;
    const content = { recipients, subject: message.subject, body, opened, apart: message.apart === true };
    return writePage({ ...content, search: query.q, urgent: query.urgent !== undefined }, request);
  });

  http.post(draftPath(':id'), { ...draft, body: writeForm }, (request) => {
    const { resource, db } = request;
    return answerTwice(request, async () => {
      const copy = await findCopy({ params: { id: resource.id }, db });
      const opened = copy && (await readDraft(copy, db));
      if (!opened) throw new NotFoundError('Only its author writes a draft.');
      return opened;
    });
  });
}

/**
 * Answers a form, twice if necessary. When two requests come at the same time, the second one fails once, and then finds what the first one
 * wrote.
 */
async function answerTwice(
  request: MessagingRequest & { readonly body: WriteForm },
  open: () => Promise<OpenedDraft | undefined>,
): Promise<Reply> {
  try {
    return await answerForm(request.body, await open(), request);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return answerForm(request.body, await open(), request);
  }
}

/** Whether the page of a draft tells a child why the message was refused before: that of the thread does not. */
async function saysWhy({ message }: OpenedDraft, request: MessagingRequest): Promise<boolean> {
  return isChild(request.user) && (await toldRefusals([message.id], request)).length > 0;
}

/** The words by which a message was refused before it became a draft, each with the form that reports it. */
async function saidPage({ copy, message }: OpenedDraft, request: MessagingRequest): Promise<PageReply> {
  const { t, url, page, asset } = request;
  const refusals = await toldRefusals([message.id], request);
  const said = presentSaid(refusals, copy.id, await saidReader(refusals, request));
  return page(t('child.said'), <SaidView said={said} backUrl={url(draftPath(copy.id))} t={t} />, {
    styles: [asset(CHILD_SHEET)],
  });
}
