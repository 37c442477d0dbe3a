// SPDX-License-Identifier: EUPL-1.2
import type { Member, SchoolDatabase } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { groupNames } from '../words/group-names.js';
import { personsOf } from '../words/recipient-labels.js';
import { childrenToTell, type ChildrenOf } from '../words/told-apart.js';
import type { Recipient } from '../rules/recipients.js';
import { toldRefusals } from '../message/told-refusals.js';
import { readersOfReports, type ReportReaders } from '../message/report-readers.js';
import type { Relations } from '../rules/relations.js';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import type { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { readRecipients } from './read-box-list.js';
import { onTheirWay } from './on-their-way.js';
import { readMissed } from './read-missed.js';
import { readersOf, type Readers } from './readers.js';
import { showCopies, type ShownLetter } from './show-copies.js';
import { whatToRecall, type Recallable } from './what-to-recall.js';

/** Messages of a thread that a page shows: the newest, or those up to the opened one. */
const SHOWN = 100;

/** The messages of a thread of which the reader has a copy, the oldest first. */
export interface Thread {
  /** The copy that the address names. */
  readonly opened: CopyRow;
  /** The copies with which a page of older messages and one of the newest begin; undefined where there are none. */
  readonly older: string | undefined;
  readonly newest: string | undefined;
  readonly subject: string;
  readonly posts: readonly Post[];
  readonly persons: ReadonlyMap<string, Member>;
  /** The children by which guardians among the recipients of the reader's own messages are told apart. */
  readonly children: ChildrenOf;
  /** The relations of the authors, and of the reader. */
  readonly relations: Relations;
  /** The people of `relations`. */
  readonly related: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, string>;
  /** Author who is a head → the heads who read reports about their messages. */
  readonly reportReaders: ReadonlyMap<string, ReportReaders>;
}

export interface Post extends ShownLetter {
  readonly isOwn: boolean;
  /** The recipients as the author named them. Pages show to others than the author no person but the reader. */
  readonly recipients: readonly Recipient[];
  /** The reviews; these and the following properties are known for the reader's own messages only. */
  readonly reviews: readonly ReviewRow[];
  /** The words by which the message was refused, also before it was written anew. */
  readonly refusals: readonly RefusalRow[];
  /** The people among the recipients that the message does not reach, though others have it. */
  readonly missed: ReadonlySet<string>;
  readonly readers: Readers | undefined;
  readonly recallable: Recallable;
  /** Whether the message leaves now. */
  readonly isLeaving: boolean;
}

/** The boxes that are read together with a copy: the trash is apart from the rest, and drafts have a page of their own. */
export function boxesBeside(box: Box): readonly Box[] {
  return box === 'trash' ? ['trash'] : ['inbox', 'sent', 'archive'];
}

export async function readThread(opened: CopyRow, request: MessagingRequest): Promise<Thread> {
  const { db, directory, user } = request;
  const { copies, older, newest } = await copiesOnPage(opened, db);
  const posts = await readPosts(copies, request);
  const authors = [...new Set(posts.flatMap(({ message }) => message.authorId ?? []))];
  const deciders = posts.flatMap(({ refusals }) => refusals.flatMap(({ decidedBy }) => decidedBy ?? []));
  const reportable = [...new Set([...authors, ...deciders])];
  const related = new Set([...reportable, user.id]);
  const relations = await directory.relations([...related]);
  const children = reportable.flatMap((id) => [...(relations.childrenOf.get(id) ?? [])]);
  const named = posts.flatMap(({ recipients }) => personsOf(recipients));
  const ownNamed = posts.flatMap(({ isOwn, recipients }) => (isOwn ? personsOf(recipients) : []));
  return {
    opened,
    older,
    newest,
    subject: posts.findLast(({ copy }) => copy.recalledAt === null)?.message.subject ?? request.t('taken.title'),
    posts,
    persons: await directory.persons([...new Set([...authors, ...children, ...named])]),
    children: await childrenToTell(ownNamed, request),
    ...{ relations, related },
    groups: await groupNames(request),
    reportReaders: await readersOfReports(reportable, relations, directory),
  };
}

/** The newest copies of the thread, the oldest first. They begin at the opened one if that is older. */
async function copiesOnPage(
  opened: CopyRow,
  db: SchoolDatabase,
): Promise<Pick<Thread, 'older' | 'newest'> & { readonly copies: readonly CopyRow[] }> {
  const { threadId, ownerId, box } = opened;
  const rows = db.repository(CopyRow);
  const where = { threadId, ownerId, hiddenAt: IsNull(), box: In([...boxesBeside(box)]) };
  const order = { at: 'DESC', id: 'DESC' } as const;
  const found = await rows.find({ where, order, take: SHOWN + 1 });
  const isAmong = found.length <= SHOWN || found.slice(0, SHOWN).some(({ id }) => id === opened.id);
  const page = isAmong ? found : [opened, ...(await rows.find({ where, order, after: opened, take: SHOWN }))];
  return {
    copies: page.slice(0, SHOWN).toReversed(),
    older: page[SHOWN]?.id,
    newest: isAmong ? undefined : found[0]?.id,
  };
}

async function readPosts(copies: readonly CopyRow[], request: MessagingRequest): Promise<Post[]> {
  const { db, user } = request;
  const letters = await showCopies(copies, request);
  const ids = letters.map(({ message }) => message.id);
  const recipients = await readRecipients(ids, request);
  const own = letters
    .filter(({ message }) => message.authorId === user.id)
    .map(({ message }) => ({ message, recipients: recipients.get(message.id) ?? [] }));
  const ownIds = own.map(({ message }) => message.id);
  const reviews =
    ownIds.length === 0
      ? []
      : await db.repository(ReviewRow).find({ where: { messageId: In(ownIds), state: In(['waiting', 'refused']) } });
  const refusals = await toldRefusals(ownIds, request);
  const missed = await readMissed(ownIds, db);
  const readers = await readersOf(own, request);
  const ownMessages = own.map(({ message }) => message);
  const recallable = await whatToRecall(ownMessages, user.id, request);
  const leaving = await onTheirWay(ownMessages, request);
  return letters.map((letter) => {
    const { id, authorId } = letter.message;
    return {
      ...letter,
      isOwn: authorId === user.id,
      recipients: recipients.get(id) ?? [],
      reviews: reviews.filter(({ messageId }) => messageId === id),
      refusals: refusals.filter(({ messageId }) => messageId === id),
      missed: missed.get(id) ?? new Set(),
      readers: readers.get(id),
      isLeaving: leaving.has(id),
      recallable: recallable.get(id) ?? 'nothing',
    };
  });
}
