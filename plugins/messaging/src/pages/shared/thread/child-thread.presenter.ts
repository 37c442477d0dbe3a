// SPDX-License-Identifier: EUPL-1.2
import type { Post, Thread } from '../../../domain/box/read-thread.js';
import type { ReplyTarget } from '../../../domain/box/reply-target.js';
import { INBOX_PATH, replyPath, reportingPath, threadPath } from '../../../paths.js';
import { keptForReports } from '../../../domain/reports/text-kept.js';
import { refusalSentence } from '../../../domain/write/plan-sentences.js';
import { textOf } from '../../../domain/text/parse-text.js';
import { presentFiles, presentReplyFiles } from '../files/files.presenter.js';
import type { ChildThreadReader } from '../child/child-thread-reader.js';
import { presentFate } from '../child/fate.presenter.js';
import { letterButton, letterNotes } from '../write/letter-plan.js';
import { asSentence } from '../child/words.js';
import { readersOfReport } from '../report/readers-of-report.js';
import { presentProblem } from './thread.presenter.js';
import type { ChildReply, ChildThreadModel } from './child-thread.model.js';
import type { LetterModel } from '../child/letter.view.js';

export function presentChildThread(
  thread: Thread,
  target: ReplyTarget | undefined,
  reader: ChildThreadReader,
): ChildThreadModel {
  const { t, url } = reader;
  const told = postToTell(thread);
  const fate = told && presentFate(told, thread, reader);
  const authorId = thread.posts.findLast(({ isOwn }) => !isOwn)?.message.authorId;
  const name = (authorId && thread.persons.get(authorId)?.displayName) || t('person.gone');
  return {
    title: fate ? fate.title : t('child.heWrote', { name }),
    backUrl: url(INBOX_PATH),
    fate,
    olderUrl: thread.older === undefined ? undefined : url(threadPath(thread.older)),
    newestUrl: thread.newest === undefined ? undefined : url(threadPath(thread.newest)),
    letters: thread.posts.filter((post) => post !== told).map((post) => presentLetter(post, thread, reader)),
    reply: target && presentReply(target, thread, reader),
    problem: presentProblem(reader),
  };
}

/** The pupil's own message that the page is about: the opened one, or the newest one while it has not arrived. */
function postToTell({ posts, opened }: Thread): Post | undefined {
  const own = posts.find(({ copy, isOwn }) => isOwn && copy.id === opened.id);
  const newest = posts.at(-1);
  return own ?? (newest?.isOwn && newest.message.state !== 'sent' ? newest : undefined);
}

function presentLetter(
  { copy, message, body, files, isOwn }: Post,
  thread: Thread,
  reader: ChildThreadReader,
): LetterModel {
  const { t, format, user } = reader;
  const author = message.authorId === null ? undefined : thread.persons.get(message.authorId);
  const name = author ? `${author.givenName} ${author.familyName}` : t('person.gone');
  const isTaken = copy.recalledAt !== null;
  return {
    id: copy.id,
    from: isOwn ? t('child.you') : name,
    face: { id: message.authorId, displayName: isOwn ? user.displayName : name },
    isOwn,
    report: isOwn
      ? undefined
      : { actionUrl: reader.url(reportingPath(copy.id)), readers: readersOfReport(message, thread) },
    when: format.moment(copy.at),
    // Pupils write no subject: theirs is the beginning of the text.
    subject: isTaken || message.asProfile === 'pupil' || message.replyToId !== null ? undefined : message.subject,
    text: textOf(body, message),
    taken:
      copy.recalledAt === null
        ? undefined
        : { sentence: t('taken.by', { name }), hint: hintOf(copy.recalledAt, reader) },
    files: presentFiles(files, { copy: copy.id }, reader),
  };
}

/** Whether the head would still read the text in a report. */
function hintOf(recalledAt: Date, { t, clock }: ChildThreadReader): string {
  return t(recalledAt > keptForReports(clock.now()) ? 'child.takenHint' : 'child.takenHintOld');
}

function presentReply(
  { post, authorId, plan }: ReplyTarget,
  { persons }: Thread,
  reader: ChildThreadReader,
): ChildReply {
  const { t, url } = reader;
  const refusal = plan.refused.get(authorId);
  const nameOf = (id: string): string => persons.get(id)?.displayName ?? t('person.gone');
  return {
    copyId: post.copy.id,
    actionUrl: url(replyPath(post.copy.id)),
    keepAs: `${post.copy.threadId} ${authorId}`,
    label: t('child.yourReplyTo', { name: nameOf(authorId) }),
    refusal: refusal && asSentence(refusalSentence(refusal, reader)),
    notes: letterNotes(plan, { ...reader, nameOf, isReply: true }),
    sendLabel: letterButton(plan, { ...reader, nameOf, isReply: true }),
    body: reader.again?.body ?? reader.standing?.body ?? '',
    joined: presentReplyFiles(reader.standing, reader),
  };
}
