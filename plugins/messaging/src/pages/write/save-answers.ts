// SPDX-License-Identifier: EUPL-1.2
import { json, type Reply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { dropFile } from '../../domain/attachments/remove-file.js';
import { moveThread } from '../../domain/box/move-thread.js';
import { droppedNotices } from '../../domain/words/dropped-notices.js';
import { MOST_DRAFTS } from '../../domain/write/draft-room.js';
import { keepDraft } from '../../domain/write/keep-draft.js';
import { recipientQuery } from '../../domain/write/recipient.input.js';
import type { WriteForm } from '../../domain/write/write.input.js';
import { hasProblems, lengthProblems } from '../../domain/write/write-problems.js';
import { draftPath, INBOX_PATH, movePath, WRITE_PATH } from '../../paths.js';
import { writePage } from '../shared/write/write-page.js';
import type { Answer, LatePosted, Posted } from './posted-form.js';

interface Saving {
  /** Whether a draft without text is saved, too: recipients alone are in the address. Default: false. */
  readonly isKeptEmpty?: boolean;
  readonly isTold?: boolean;
  /** The query of the page that follows. */
  query?(form: WriteForm): Readonly<Record<string, string>>;
}

/** Saves the text as a draft, and shows the page of the draft. */
export function saveThen({ isKeptEmpty = false, isTold = false, query = () => ({}) }: Saving = {}): Answer {
  return async ({ form, draft, opened }, request) => {
    const { t, redirect } = request;
    const problems = lengthProblems(draft, t);
    if (hasProblems(problems)) return writePage({ ...draft, opened, form, problems, status: 400 }, request);
    const next = Object.entries(query(form));
    if (!opened && draft.subject === '' && draft.body === '' && !isKeptEmpty) {
      return redirect(withQuery(WRITE_PATH, [...recipientQuery(draft.recipients), ...next]));
    }
    const kept = await keepDraft(draft, opened, request);
    if (!kept) {
      return writePage({ ...draft, opened, form, problems: { body: fullText(request) }, status: 400 }, request);
    }
    if (form.drop !== undefined && opened) await dropFile(opened.copy, form.drop, request);
    const sentences = [...(isTold ? [t('draft.kept')] : []), ...droppedNotices(kept.dropped, t)];
    const notice = sentences.length === 0 ? undefined : sentences.join(' ');
    return redirect(withQuery(draftPath(kept.copyId), next), notice);
  };
}

/** Saves the text, and answers the script of the page. */
export async function saveForScript({ draft, opened }: Posted, request: MessagingRequest): Promise<Reply> {
  const { t, url, clock, format } = request;
  const problems = lengthProblems(draft, t);
  if (hasProblems(problems)) return json({ status: Object.values(problems).join(' ') }, 400);
  const kept = await keepDraft(draft, opened, request);
  if (!kept) return json({ status: fullText(request) }, 400);
  const { copyId, version, dropped } = kept;
  const status = t('draft.keptAt', { hour: format.hour(clock.now()) });
  return json({ url: url(draftPath(copyId)), version, status, told: droppedNotices(dropped, t) });
}

export function tellScript(_posted: LatePosted, { t }: MessagingRequest): Reply {
  return json({ status: t('draft.changed'), isChanged: true }, 409);
}

/** The text becomes a draft of its own, and the page shows both. */
export async function keepBoth({ form, draft, opened }: LatePosted, request: MessagingRequest): Promise<Reply> {
  const tooLong = lengthProblems(draft, request.t);
  if (hasProblems(tooLong)) {
    return writePage({ ...draft, form, problems: tooLong, other: opened, status: 409 }, request);
  }
  // The key may be that of the other text, which this form has written first.
  const own = { ...draft, formKey: undefined, formTurn: undefined };
  const kept = await keepDraft(own, undefined, request, opened.recipients);
  const problems = kept ? {} : { body: fullText(request) };
  return writePage({ ...draft, form, kept, problems, other: opened, status: 409 }, request);
}

/** Throws the draft away with the text of the form, so that « Annuler » brings back what was written last. */
export async function discard({ draft, opened }: Posted, request: MessagingRequest): Promise<Reply> {
  const notice = request.t('draft.discarded');
  if (!opened) return request.redirect(INBOX_PATH, notice);
  if (!hasProblems(lengthProblems(draft, request.t))) await keepDraft(draft, opened, request);
  await moveThread(opened.copy, 'trash', request);
  const { id } = opened.copy;
  return request.redirect(INBOX_PATH, notice, { path: movePath(id), fields: { to: 'restore', copies: id } });
}

/** Leaves the draft as another form has made it. */
export function leave(_posted: LatePosted, { redirect }: MessagingRequest): Reply {
  return redirect(INBOX_PATH);
}

/** There is no room for one more draft: the page keeps the text. */
function fullText({ t }: Pick<MessagingRequest, 't'>): string {
  return t('draft.full', { count: MOST_DRAFTS });
}

function withQuery(path: string, query: Iterable<readonly [string, string]>): string {
  const text = new URLSearchParams([...query].map(([name, value]) => [name, value])).toString();
  return text === '' ? path : `${path}?${text}`;
}
