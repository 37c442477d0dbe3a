// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type Member, type NewsLine, type PortalTask, type Profile } from '@volee/core-adapter';
import { waitingCounts } from '../../domain/box/waiting-counts.js';
import { INBOX_PATH, threadPath } from '../../paths.js';
import { newestCopies } from '../../store/newest.query.js';
import type { PortalReader } from './portal-reader.js';

/** The maximum number of rows that are read of the inbox. */
const MOST = 40;
/** The maximum number of senders that one line names. */
const MOST_NAMES = 2;

/** A message in the inbox, as the portal tells it. */
interface NewestCopy {
  readonly id: string;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Empty until words of the message were shown to its owner. */
  readonly subject: string;
  readonly authorId: string | null;
  readonly asProfile: Profile;
  /** The message is to the guardians of these groups; empty for one to persons. */
  readonly groupIds: readonly string[];
}

interface Inbox {
  readonly copies: readonly NewestCopy[];
  readonly persons: ReadonlyMap<string, Member>;
}

/** The newest messages with their senders; read once for the tasks and the news of a request. */
const newestMessages = oncePerRequest(async ({ db, user, directory }: PortalReader): Promise<Inbox> => {
  const rows = await db.query(newestCopies, { ownerId: user.id, isLast: true, most: MOST });
  const ids = [...new Set(rows.map(({ id }) => id))];
  const copies = ids.flatMap((id): NewestCopy[] => {
    const own = rows.filter((row) => row.id === id);
    const groupIds = own.flatMap(({ toGroup }) => toGroup ?? []);
    return own.slice(0, 1).map((row) => ({ ...row, groupIds }));
  });
  const authors = [...new Set(copies.flatMap(({ authorId }) => authorId ?? []))];
  return { copies, persons: authors.length === 0 ? new Map() : await directory.persons(authors) };
});

/** One task for all unread messages of an adult of the school; guardians read of them on the cards of their children. */
export async function unreadTasks(reader: PortalReader): Promise<PortalTask[]> {
  const { user, t, format } = reader;
  if (!user.profiles.some((profile) => profile !== 'guardian' && profile !== 'pupil')) return [];
  const { unread } = await waitingCounts(reader);
  if (unread === 0) return [];
  const inbox = await newestMessages(reader);
  const last = inbox.copies.find(({ readAt }) => readAt === null);
  const values = last && { who: senderOf(last, inbox, t), when: format.moment(last.at) };
  return [
    {
      title: t('portal.unread', { count: unread }),
      detail: values ? t('portal.unreadLast', values) : '',
      action: t('portal.read'),
      path: last && unread === 1 ? threadPath(last.id) : INBOX_PATH,
    },
  ];
}

/**
 * The messages of a family, the newest first: for a guardian one line for each child that a message concerns, for a pupil one for all that is
 * unread. A message that was not shown yet is named by its sender alone (ADR 120).
 */
export async function messageNews(
  reader: PortalReader,
  asked?: readonly { readonly kind: string; readonly key: string }[],
): Promise<NewsLine[]> {
  const { profiles } = reader.user;
  if (profiles.includes('pupil')) return asked ? [] : unreadOfPupil(reader);
  if (!profiles.includes('guardian')) return [];
  const inbox = await newestMessages(reader);
  const children = await reader.directory.children();
  const groups = await reader.directory.groupsOf(children.map(({ id }) => id));
  const isIn = (child: Member, { groupIds }: NewestCopy): boolean =>
    groups.get(child.id)?.some(({ id }) => groupIds.includes(id)) === true;
  const lines = inbox.copies.flatMap((copy) => {
    const line = lineOf(copy, inbox, reader);
    const about = children.length === 1 ? children : children.filter((child) => isIn(child, copy));
    return about.length === 0 ? [line] : about.map((child) => ({ ...line, about: child.id }));
  });
  if (asked) return lines.filter((line) => asked.some(({ kind, key }) => kind === line.kind && key === line.key));
  return lines.filter((line, index) => lines.findIndex(({ about }) => about === line.about) === index);
}

function lineOf(copy: NewestCopy, inbox: Inbox, { t, format }: PortalReader): NewsLine {
  const { id, at, readAt, subject } = copy;
  const who = senderOf(copy, inbox, t);
  const when = format.moment(at);
  const words =
    subject === '' ? { title: t('news.from', { who }), detail: when } : { title: subject, detail: `${who}, ${when}` };
  return { kind: 'message', key: id, ...words, path: threadPath(id), at, ...(readAt === null && { isNew: true }) };
}

/** « 2 nouveaux : Claire Vuillemin, Jade Petit » */
async function unreadOfPupil(reader: PortalReader): Promise<NewsLine[]> {
  const { unread } = await waitingCounts(reader);
  if (unread === 0) return [];
  const inbox = await newestMessages(reader);
  const fresh = inbox.copies.filter(({ readAt }) => readAt === null);
  const [last] = fresh;
  if (!last) return [];
  const names = [...new Set(fresh.map((copy) => senderOf(copy, inbox, reader.t)))].slice(0, MOST_NAMES).join(', ');
  const title = reader.t('news.unread', { count: unread, names });
  return [{ kind: 'message', key: last.id, title, detail: '', path: INBOX_PATH, at: last.at, isNew: true }];
}

/** « Claire Vuillemin », « Sophie Renaud, parent d’élève » for a guardian */
function senderOf({ authorId, asProfile }: NewestCopy, { persons }: Inbox, t: PortalReader['t']): string {
  const name = (authorId !== null && persons.get(authorId)?.displayName) || t('person.gone');
  return asProfile === 'guardian' ? t('news.guardian', { name }) : name;
}
