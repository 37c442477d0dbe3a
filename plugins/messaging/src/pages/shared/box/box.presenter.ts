// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { MessagingRequest } from '../../../brick-types.js';
import type { BoxList } from '../../../domain/box/read-box-list.js';
import type { BoxPage } from '../../../domain/box/read-box.js';
import { boxPath, draftPath, threadPath } from '../../../paths.js';
import { keptUntil } from '../../../domain/retention/kept-since.js';
import type { CopyRow } from '../../../store/copy.entity.js';
import type { MessageRow } from '../../../store/message.entity.js';
import { openingInList } from '../opening.js';
import { readersWords } from '../readers-words.js';
import { faceOfRecipients, recipientLabel } from '../../../domain/words/recipient-labels.js';
import { namesApart, type ChildrenOf } from '../../../domain/words/told-apart.js';
import type { BoxLine, BoxModel } from './box.model.js';

export type BoxReader = Pick<MessagingRequest, 't' | 'format' | 'url' | 'user' | 'clock' | 'school'>;

/** @param opened the copy that is shown beside the list */
export function presentBox(list: BoxList, reader: BoxReader, opened?: CopyRow): BoxModel {
  const { box, after, lines, next } = list;
  const { t, url } = reader;
  return {
    box,
    title: t(`box.${box}`),
    lead: box === 'trash' ? t('trash.lead') : undefined,
    empty: { title: t(`${box}.empty`), text: t(`${box}.emptyText`) },
    lines: lines.map((line) => presentLine(line, list, reader, opened)),
    olderUrl: next && url(`${boxPath(box)}?after=${next}`),
    newestUrl: after && url(boxPath(box)),
  };
}

function presentLine(
  { copy, message, body }: BoxPage['lines'][number],
  list: BoxList,
  reader: BoxReader,
  opened: CopyRow | undefined,
): BoxLine {
  const { t, format, url, user } = reader;
  const { box, after, readers, leaving } = list;
  const isOwn = message.authorId === user.id;
  const textOf = (names: Pick<BoxList, 'persons'>): string => {
    const named = { ...list, ...names };
    return isOwn && box !== 'inbox' ? recipientsText(message.id, named, reader) : authorName(message, named, reader);
  };
  const who = textOf({ persons: namesApart(list.persons, toldChildren(message, list, reader), reader) });
  const thread = after === undefined ? threadPath(copy.id) : `${threadPath(copy.id)}?after=${after}`;
  return {
    id: copy.id,
    url: url(box === 'drafts' ? draftPath(copy.id) : thread),
    who,
    face: faceOf(message, textOf(list), list, reader),
    ...wordsOf({ copy, message, body, author: authorName(message, list, reader) }, list, t),
    when: format.short(copy.at),
    isUnread: box === 'inbox' && copy.readAt === null,
    isCurrent: box === 'sent' ? opened?.id === copy.id : opened?.threadId === copy.threadId,
    state: isOwn && box !== 'drafts' && !leaving.has(message.id) ? message.state : undefined,
    note: goesAt(copy, list, reader) ?? readersWords(readers.get(message.id), t),
  };
}

/** The day on which the night deletes a copy in the trash: after its time there, or by its age where that is sooner. */
function goesAt({ purgeAt, at }: CopyRow, { keptFor }: BoxList, reader: BoxReader): string | undefined {
  if (keptFor === undefined || purgeAt === null) return undefined;
  const { t, format, clock, school } = reader;
  const until = keptUntil(keptFor, at, { now: clock.now(), zone: school.timeZone });
  return t('trash.until', { day: format.day(until < purgeAt ? until : purgeAt) });
}

interface LineWords {
  readonly copy: CopyRow;
  readonly message: Pick<MessageRow, 'subject' | 'asProfile'>;
  readonly body: string;
  readonly author: string;
}

/** The words of a line. For a message that was taken back, they say which person did it, and nothing of its text. */
function wordsOf(
  { copy, message, body, author }: LineWords,
  { drafts }: Pick<BoxList, 'drafts'>,
  t: BoxReader['t'],
): Pick<BoxLine, 'subject' | 'opening'> {
  if (copy.recalledAt !== null) return { subject: t('taken.title'), opening: t('taken.by', { name: author }) };
  const { subject } = message;
  return {
    subject: subject === '' ? t('box.noSubject') : subject,
    opening: openingInList({ copy, message, body }, drafts, t),
  };
}

/** A person who wrote as a teacher is told apart by no child. */
function toldChildren({ authorId, asProfile }: MessageRow, { children }: BoxList, { user }: BoxReader): ChildrenOf {
  if (authorId === user.id || authorId === null || asProfile === 'guardian') return children;
  return new Map([...children].filter(([id]) => id !== authorId));
}

function authorName(
  { authorId }: { readonly authorId: string | null },
  { persons }: BoxList,
  { t, user }: BoxReader,
): string {
  if (authorId === user.id) return t('thread.you');
  return (authorId && persons.get(authorId)?.displayName) || t('person.gone');
}

/** A message of the user has the face of its recipients; in the inbox, it has the user's. */
function faceOf({ id, authorId }: MessageRow, who: string, list: BoxList, { user }: BoxReader): AvatarPerson {
  if (authorId !== user.id) return { id: authorId, displayName: who };
  if (list.box === 'inbox') return user;
  return faceOfRecipients(list.recipients.get(id) ?? [], who);
}

function recipientsText(messageId: string, list: BoxList, { t, format }: BoxReader): string {
  const labels = (list.recipients.get(messageId) ?? []).map((one) => recipientLabel(one, { ...list, t }));
  if (labels.length > 0) return format.list(labels);
  return t(list.box === 'drafts' ? 'box.noRecipient' : 'person.gone');
}
