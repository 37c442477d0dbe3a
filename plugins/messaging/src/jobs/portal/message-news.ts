// SPDX-License-Identifier: EUPL-1.2
import type { ChildThing, Member, NewsLine, PortalTask } from '@volee/core-adapter';
import { waitingCounts, type NewestCopy } from '../../domain/box/waiting-counts.js';
import { isAdultOfSchool } from '../../domain/rules/is-adult-of-school.js';
import { childrenToTell, nameApart } from '../../domain/words/told-apart.js';
import { INBOX_PATH, threadPath } from '../../paths.js';
import { portalPeople } from './portal-people.js';
import type { PortalReader } from './portal-reader.js';

/** The maximum number of senders that one line names. */
const MOST_NAMES = 2;

/** One task for the unread messages of an adult of the school; messages about children of theirs are told on the cards of these. */
export async function unreadTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { user, t, format } = reader;
  if (!isAdultOfSchool(user)) return [];
  const { unread, newest } = await waitingCounts(reader);
  const childrenOf = await childrenOfCopies(reader);
  const fresh = newest.filter(({ readAt }) => readAt === null);
  const own = fresh.filter((copy) => childrenOf(copy).length === 0);
  const count = unread - (fresh.length - own.length);
  if (count === 0) return [];
  const [last] = own;
  const values = last && { who: await lastSender(last, reader), when: format.moment(last.at) };
  return [
    {
      title: t('portal.unread', { count }),
      detail: values ? t('portal.unreadLast', values) : '',
      action: t('portal.read'),
      path: last && count === 1 ? threadPath(last.id) : INBOX_PATH,
    },
  ];
}

/**
 * The messages of a family: for a guardian one line for each child that messages concern, their number while some are unread and the last
 * one after that; for a pupil one for all that is unread. A message that was not shown yet is named by its sender alone (ADR 120).
 */
export async function messageNews(reader: PortalReader): Promise<NewsLine[]> {
  const { profiles } = reader.user;
  if (profiles.includes('pupil')) return unreadOfPupil(reader);
  if (!profiles.includes('guardian')) return [];
  const { newest, unread } = await waitingCounts(reader);
  const children = await reader.directory.children();
  const childrenOf = await childrenOfCopies(reader);
  const isAdult = isAdultOfSchool(reader.user);
  const toldAbout = newest.flatMap((copy): readonly ToldCopy[] => {
    const about = childrenOf(copy);
    // For an adult of the school, messages about no child are a task.
    if (about.length === 0) return isAdult ? [] : [{ copy }];
    return about.map((id) => ({ copy, about: id }));
  });
  const lines = [...new Set(toldAbout.map(({ about }) => about))].flatMap((about) => {
    const own = toldAbout.filter((one) => one.about === about);
    const fresh = own.filter(({ copy }) => copy.readAt === null);
    const [last] = fresh.length > 0 ? fresh : own;
    // All messages of a parent of one child are about that child, also those that were not read here.
    const count = children.length === 1 && !isAdult ? unread : fresh.length;
    if (!last) return [];
    return fresh.length > 0 ? unreadLine(last, count, reader) : lineOf(last, reader);
  });
  return Promise.all(lines);
}

/** The newest messages to a guardian with the children that each is about, for the list over all schools. */
export async function childMessages(reader: PortalReader): Promise<ChildThing[]> {
  if (!reader.user.profiles.includes('guardian')) return [];
  const { newest } = await waitingCounts(reader);
  const childrenOf = await childrenOfCopies(reader);
  const { t, user } = reader;
  const told = newest.filter((copy) => !isAdultOfSchool(user) || childrenOf(copy).length > 0);
  return Promise.all(
    told.map(async (copy): Promise<ChildThing> => {
      const isUnread = copy.readAt === null;
      const { title, detail, path, at } = await lineOf({ copy }, reader);
      const state = isUnread
        ? { label: t('move.unread'), icon: 'envelope-fill', kind: 'warn' as const }
        : { label: t('news.read'), icon: 'envelope-open' };
      return { title, detail, path, at, state, about: childrenOf(copy), ...(isUnread && { waits: true }) };
    }),
  );
}

/**
 * The ids of the children of a guardian that a message is about: those in the groups that it is to. All messages of a guardian of one child are
 * about that child, unless the guardian works in the school: then colleagues and other families write to them too.
 */
async function childrenOfCopies({ directory, user }: PortalReader): Promise<(copy: NewestCopy) => string[]> {
  if (!user.profiles.includes('guardian')) return () => [];
  const children = await directory.children();
  const groups = await directory.groupsOf(children.map(({ id }) => id));
  const isIn = ({ id: childId }: Member, { groupIds }: NewestCopy): boolean =>
    groups.get(childId)?.some(({ id }) => groupIds.includes(id)) === true;
  const isOnly = children.length === 1 && !isAdultOfSchool(user);
  return (copy) => (isOnly ? children : children.filter((child) => isIn(child, copy))).map(({ id }) => id);
}

/** A message, and the child that it is about. */
interface ToldCopy {
  readonly copy: NewestCopy;
  readonly about?: string;
}

const KIND = 'message';

async function lineOf({ copy, ...about }: ToldCopy, reader: PortalReader): Promise<NewsLine> {
  const { id, at, readAt, subject } = copy;
  const who = await senderOf(copy, reader);
  const when = reader.format.moment(at);
  const words =
    subject === ''
      ? { title: reader.t('news.from', { who }), detail: when }
      : { title: subject, detail: `${who}, ${when}` };
  return { kind: KIND, key: id, ...words, path: threadPath(id), at, ...about, ...(readAt === null && { isNew: true }) };
}

/** « 2 messages non lus », « Claire Vuillemin, jeudi » for the last one */
async function unreadLine({ copy, ...about }: ToldCopy, count: number, reader: PortalReader): Promise<NewsLine> {
  const { id, at } = copy;
  return {
    ...{ kind: KIND, key: id, title: reader.t('portal.unread', { count }) },
    detail: `${await senderOf(copy, reader)}, ${reader.format.moment(at)}`,
    ...{ path: count === 1 ? threadPath(id) : INBOX_PATH, at, ...about, isNew: true },
  };
}

/** « 2 nouveaux : Claire Vuillemin, Jade Petit » */
async function unreadOfPupil(reader: PortalReader): Promise<NewsLine[]> {
  const { unread, newest } = await waitingCounts(reader);
  const [last] = newest;
  if (unread === 0 || !last) return [];
  const senders = await Promise.all(newest.map((copy) => senderOf(copy, reader)));
  const names = [...new Set(senders)].slice(0, MOST_NAMES).join(', ');
  const title = reader.t('news.unread', { count: unread, names });
  return [{ kind: KIND, key: last.id, title, detail: '', path: INBOX_PATH, at: last.at, isNew: true }];
}

/** « Claire Vuillemin », « Aurélie Jacquot, parent de Tom » */
async function lastSender(last: NewestCopy, reader: PortalReader): Promise<string> {
  const author = last.authorId === null ? undefined : (await portalPeople(reader)).get(last.authorId);
  if (!author || last.asProfile !== 'guardian') return senderOf(last, reader);
  const children = await childrenToTell([author.id], reader);
  return children.has(author.id) ? nameApart(author, children, reader) : senderOf(last, reader);
}

/** « Claire Vuillemin », « Sophie Renaud, parent d’élève » for a guardian */
async function senderOf({ authorId, asProfile }: NewestCopy, reader: PortalReader): Promise<string> {
  const persons = await portalPeople(reader);
  const name = (authorId !== null && persons.get(authorId)?.displayName) || reader.t('person.gone');
  return asProfile === 'guardian' ? reader.t('news.guardian', { name }) : name;
}
