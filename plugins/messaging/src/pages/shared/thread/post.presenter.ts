// SPDX-License-Identifier: EUPL-1.2
import { dayOf, daysBetween } from '@volee/core-adapter';
import type { Post, Thread } from '../../../domain/box/read-thread.js';
import { isReceived, type ReplyTarget } from '../../../domain/box/reply-target.js';
import { areNamed } from '../../../domain/box/read-readers.js';
import { forwardPath, readersPath, recallPath, reportingPath, threadPath } from '../../../paths.js';
import { UNDELIVERED } from '../../../store/message.entity.js';
import { presentFiles } from '../files/files.presenter.js';
import { textOf } from '../../../domain/text/parse-text.js';
import { readersWords } from '../readers-words.js';
import { toRecipient } from '../../../domain/words/recipient-labels.js';
import { namesApart } from '../../../domain/words/told-apart.js';
import { personDetail } from '../write/person-detail.js';
import { readersOfReport } from '../report/readers-of-report.js';
import { REPLY_ID } from './reply-id.js';
import type { PostModel, ReadersModel } from './thread.model.js';
import type { ThreadReader } from './thread-reader.js';

interface PostPlace {
  readonly thread: Thread;
  readonly target: ReplyTarget | undefined;
}

export function presentPost(post: Post, { thread, target }: PostPlace, reader: ThreadReader): PostModel {
  const { copy, message, body, files, isOwn, reviews, recallable, isLeaving } = post;
  const { t, url, user } = reader;
  const author = message.authorId === null ? undefined : thread.persons.get(message.authorId);
  const from = author?.displayName ?? t('person.gone');
  // While a part is still to be delivered, the refusal of another part waits with it.
  const refused = UNDELIVERED.includes(message.state) ? undefined : reviews.find(({ state }) => state === 'refused');
  const isTaken = copy.recalledAt !== null;
  const canReply = !isOwn && message.authorId !== null && isReceived(copy, message);
  return {
    id: copy.id,
    from: isOwn ? t('thread.you') : from,
    detail:
      isOwn || !author ? undefined : personDetail(author, thread.relations, { ...reader, persons: thread.persons }),
    face: { id: message.authorId, displayName: isOwn ? user.displayName : from },
    isOwn,
    to: addressees(post, thread, reader),
    when: momentOf(copy.at, reader),
    text: textOf(body, message),
    canListen: !isOwn && !isTaken && user.profiles.includes('guardian'),
    taken: isTaken ? t('taken.by', { name: from }) : undefined,
    files: presentFiles(files, { copy: copy.id }, reader),
    replyUrl: canReply && target?.post !== post ? url(`${threadPath(copy.id)}#${REPLY_ID}`) : undefined,
    forwardUrl: message.state === 'draft' || isTaken ? undefined : url(forwardPath(copy.id)),
    isUndone: isOwn && message.state === 'recalled',
    report: isOwn ? undefined : { actionUrl: url(reportingPath(copy.id)), readers: readersOfReport(message, thread) },
    state: isOwn && !isLeaving ? message.state : undefined,
    word: refused && (refused.word ?? t('review.overdue')),
    missed: missedNames(post, thread, reader),
    readers: presentReaders(post, reader),
    recall:
      recallable === 'all' || recallable === 'unshown'
        ? { actionUrl: url(recallPath(copy.id)), isWhole: recallable === 'all' }
        : undefined,
  };
}

/** The addressees of a message of somebody else: the groups that it went to, and no person but the reader. */
function addressees(
  { isOwn, recipients, message }: Post,
  thread: Thread,
  { t, format, user }: ThreadReader,
): string | undefined {
  const persons = isOwn ? namesApart(thread.persons, thread.children, { t, format }) : thread.persons;
  const labels = { t, persons, groups: thread.groups };
  if (isOwn) return recipients.length > 0 ? format.list(recipients.map((one) => toRecipient(one, labels))) : undefined;
  const groups = recipients.filter((one) => 'everyone' in one || ('group' in one && thread.groups.has(one.group)));
  if (groups.length > 0) return format.list(groups.map((one) => toRecipient(one, labels)));
  if (!recipients.some((one) => 'person' in one && one.person === user.id)) return undefined;
  return t(recipients.length === 1 || message.apart ? 'thread.toYou' : 'thread.toYouAndOthers');
}

/** « N’est pas arrivé à Zoé Faivre. » */
function missedNames(
  { missed }: Post,
  { persons }: Thread,
  { t, format }: Pick<ThreadReader, 't' | 'format'>,
): string | undefined {
  if (missed.size === 0) return undefined;
  const names = [...missed].map((id) => persons.get(id)?.displayName ?? t('person.gone'));
  return t('thread.missed', { names: format.list(names) });
}

function presentReaders({ copy, readers }: Post, { t, url }: ThreadReader): ReadersModel | undefined {
  const summary = readersWords(readers, t);
  if (!readers || summary === undefined) return undefined;
  return { summary, namesUrl: areNamed(readers) ? url(readersPath(copy.id)) : undefined };
}

/** « hier à 17 h 10 », « 24 novembre à 8 h 02 »: with the hour on each day. */
function momentOf(instant: Date, { format, clock, school: { timeZone } }: ThreadReader): string {
  const age = daysBetween(dayOf(instant, timeZone), clock.today());
  return age <= 1 ? format.moment(instant) : format.dayAndTime(instant);
}
