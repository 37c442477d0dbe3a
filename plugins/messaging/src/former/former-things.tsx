// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerThings } from '@volee/core-adapter';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { readDecisions } from '../policy/read-policy.js';
import { keptUntil } from '../retention/kept-since.js';
import { CopyRow, type Box } from '../store/copy.entity.js';
import { presentFormerMessages, type FormerRequest } from './former-messages.presenter.js';
import { FormerMessagesView } from './former-messages.view.js';

/** Messages on a page. */
const PART = 100;
const DAY = 86_400_000;
const NEWEST_FIRST = { at: 'DESC', id: 'DESC' } as const;
const OLDEST_FIRST = { at: 'ASC', id: 'ASC' } as const;

/** Messages that the page tells of together. */
interface Shelf {
  readonly key: 'messages' | 'drafts' | 'trash';
  readonly boxes: readonly Box[];
  readonly kept: 'former.kept' | 'former.drafts' | 'former.trash';
  readonly heading: 'former.heading' | 'former.draftsHeading' | 'former.trashHeading';
}

const SHELVES: readonly Shelf[] = [
  {
    key: 'messages',
    boxes: ['inbox', 'sent', 'archive'],
    kept: 'former.kept',
    heading: 'former.heading',
  },
  { key: 'drafts', boxes: ['drafts'], kept: 'former.drafts', heading: 'former.draftsHeading' },
  { key: 'trash', boxes: ['trash'], kept: 'former.trash', heading: 'former.trashHeading' },
];

/**
 * The messages that a person finds again of a former school: received, sent and archived, what they had begun, and their trash, a hundred on a
 * page, the newest first. Guardians read none of their child, as before. Which message a page holds is shown once it is opened: the list says
 * days alone (ADR 55).
 */
export async function formerThings(request: FormerRequest): Promise<FormerThings> {
  const { owner, user } = request;
  if (owner.id !== user.id) return { kept: [] };
  const found: Required<Pick<FormerThings, 'kept' | 'documents'>>[] = [];
  for (const shelf of SHELVES) found.push(await thingsOf(shelf, request));
  return { kept: found.flatMap(({ kept }) => kept), documents: found.flatMap(({ documents }) => documents) };
}

async function thingsOf(
  shelf: Shelf,
  request: FormerRequest,
): Promise<Required<Pick<FormerThings, 'kept' | 'documents'>>> {
  const { db, owner, t } = request;
  const where = copiesOn(shelf, owner.id);
  const count = await db.repository(CopyRow).count({ where });
  if (count === 0) return { kept: [], documents: [] };
  const until = await firstEnd(shelf, request);
  const documents: FormerDocument[] = [];
  for (let start = 0; start < count; start += PART) {
    const title = count <= PART ? t(shelf.heading) : undefined;
    documents.push(await documentOf({ shelf, start, end: Math.min(start + PART, count), title }, request));
  }
  return { kept: [{ text: t(shelf.kept, { count }), ...(until && { until }) }], documents };
}

function copiesOn({ boxes }: Shelf, ownerId: string): FindOptionsWhere<CopyRow> {
  return { ownerId, hiddenAt: IsNull(), box: In([...boxes]) };
}

/** An instant of the last day on which all of it is kept. The night may empty the trash on the day that it notes. */
async function firstEnd(shelf: Shelf, request: FormerRequest): Promise<Date | undefined> {
  const where = copiesOn(shelf, request.owner.id);
  const copies = request.db.repository(CopyRow);
  if (shelf.key === 'trash') {
    const next = await copies.findOne({ where: { ...where, purgeAt: Not(IsNull()) }, order: { purgeAt: 'ASC' } });
    return next?.purgeAt ? new Date(next.purgeAt.getTime() - DAY) : undefined;
  }
  const oldest = await copies.findOne({ where, order: OLDEST_FIRST });
  const { keptFor } = await readDecisions(request);
  return oldest ? keptUntil(keptFor, oldest.at, request.school.timeZone) : undefined;
}

interface Part {
  readonly shelf: Shelf;
  /** Of all messages of the shelf, the newest being 0. */
  readonly start: number;
  readonly end: number;
  readonly title: string | undefined;
}

/** The portal asks for documents to be counted: a part reads its first and its last row until it is opened. */
async function documentOf({ shelf, start, end, title }: Part, request: FormerRequest): Promise<FormerDocument> {
  const { db, owner, t, format } = request;
  const copies = db.repository(CopyRow);
  const newestFirst = { where: copiesOn(shelf, owner.id), order: NEWEST_FIRST };
  const last = await copies.findOne({ ...newestFirst, skip: start });
  const first = await copies.findOne({ ...newestFirst, skip: end - 1 });
  const days = { from: first ? format.day(first.at) : '', to: last ? format.day(last.at) : '' };
  return {
    key: `${shelf.key}-${start + 1}`,
    title: title ?? t('former.title', { from: start + 1, to: end }),
    detail: t('former.days', days),
    open: async () => {
      const rows = await copies.find({ ...newestFirst, skip: start, take: end - start });
      const letters = await presentFormerMessages(rows, request);
      return { content: <FormerMessagesView title={t(shelf.heading)} letters={letters} t={t} /> };
    },
  };
}
