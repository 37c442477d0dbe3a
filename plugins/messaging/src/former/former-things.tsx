// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerPage, FormerThing, FormerThings } from '@volee/core-adapter';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import { THREAD_BOXES } from '../mailbox/mark-last.js';
import { readDecisions } from '../policy/read-policy.js';
import { keptUntil } from '../retention/kept-since.js';
import { CopyRow, type Box } from '../store/copy.entity.js';
import { presentFormerMessages, presentReported, type FormerRequest } from './former-messages.presenter.js';
import { FormerMessagesView } from './former-messages.view.js';

/** Messages on a page. */
const PART = 100;
const DAY = 86_400_000;
const NEWEST_FIRST = { at: 'DESC', id: 'DESC' } as const;
const OLDEST_FIRST = { at: 'ASC', id: 'ASC' } as const;

/** Messages that the page tells of together. */
interface Shelf {
  readonly key: 'messages' | 'drafts' | 'trash' | 'reported';
  readonly boxes: readonly Box[];
  readonly kept: 'former.kept' | 'former.drafts' | 'former.trash' | 'former.reported';
  readonly heading: 'former.heading' | 'former.draftsHeading' | 'former.trashHeading' | 'former.reportedHeading';
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
  { key: 'reported', boxes: THREAD_BOXES, kept: 'former.reported', heading: 'former.reportedHeading' },
];

interface FilledShelf {
  readonly shelf: Shelf;
  readonly count: number;
}

/**
 * The messages that a person finds again of a former school: received, sent and archived, what they had begun, their trash, and what they
 * reported, a hundred on a page, the newest first. Guardians read none of their child, as before. A message is shown once its page is opened:
 * the list says days alone (ADR 55).
 */
export async function formerThings(request: FormerRequest): Promise<FormerThings> {
  const { db, owner, user } = request;
  if (owner.id !== user.id) return { kept: [] };
  const filled: FilledShelf[] = [];
  for (const shelf of SHELVES) {
    const count = await db.repository(CopyRow).count({ where: copiesOn(shelf, owner.id) });
    if (count > 0) filled.push({ shelf, count });
  }
  const kept: FormerThing[] = [];
  for (const one of filled) kept.push(await thingOf(one, request));
  return {
    kept,
    async documents() {
      const documents: FormerDocument[] = [];
      for (const one of filled) documents.push(await documentOf(one, request));
      return documents;
    },
    open(key, page) {
      const found = filled.find(({ shelf }) => shelf.key === key);
      return found && openPage(found, page, request);
    },
  };
}

async function thingOf({ shelf, count }: FilledShelf, request: FormerRequest): Promise<FormerThing> {
  const until = await firstEnd(shelf, request);
  return { text: request.t(shelf.kept, { count }), ...(until && { until }) };
}

function copiesOn({ key, boxes }: Shelf, ownerId: string): FindOptionsWhere<CopyRow> {
  return { ownerId, hiddenAt: key === 'reported' ? Not(IsNull()) : IsNull(), box: In([...boxes]) };
}

/** An instant of the last day on which all of it is kept. The night may empty the trash on the day that it notes. */
async function firstEnd(shelf: Shelf, request: FormerRequest): Promise<Date | undefined> {
  const where = copiesOn(shelf, request.owner.id);
  const copies = request.db.repository(CopyRow);
  const ends: number[] = [];
  if (shelf.boxes.includes('trash')) {
    const next = await copies.findOne({ where: { ...where, purgeAt: Not(IsNull()) }, order: { purgeAt: 'ASC' } });
    if (next?.purgeAt) ends.push(next.purgeAt.getTime() - DAY);
  }
  const oldest = shelf.key === 'trash' ? undefined : await copies.findOne({ where, order: OLDEST_FIRST });
  if (oldest) {
    const { keptFor } = await readDecisions(request);
    ends.push(keptUntil(keptFor, oldest.at, request.school.timeZone).getTime());
  }
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}

/** A shelf in the list: its days and the number of its pages, whatever it holds. */
async function documentOf(
  { shelf, count }: FilledShelf,
  { db, owner, t, format }: FormerRequest,
): Promise<FormerDocument> {
  const where = copiesOn(shelf, owner.id);
  const dayOf = async (order: typeof NEWEST_FIRST | typeof OLDEST_FIRST): Promise<string> => {
    const copy = await db.repository(CopyRow).findOne({ where, order });
    return copy ? format.day(copy.at) : '';
  };
  return {
    key: shelf.key,
    title: t(shelf.heading),
    detail: t('former.days', { from: await dayOf(OLDEST_FIRST), to: await dayOf(NEWEST_FIRST) }),
    pages: Math.ceil(count / PART),
  };
}

async function openPage(
  { shelf, count }: FilledShelf,
  page: number,
  request: FormerRequest,
): Promise<FormerPage | undefined> {
  const { db, owner, t } = request;
  // Counted when the request came: what goes while a download is on its way leaves its last page empty.
  if (page > Math.ceil(count / PART)) return undefined;
  const places = { where: copiesOn(shelf, owner.id), order: NEWEST_FIRST, skip: (page - 1) * PART, take: PART };
  const copies = await db.repository(CopyRow).find(places);
  const present = shelf.key === 'reported' ? presentReported : presentFormerMessages;
  const letters = await present(copies, request);
  const isWhole = count <= PART;
  const from = places.skip + 1;
  return {
    title: isWhole ? t(shelf.heading) : t('former.title', { from, to: places.skip + copies.length }),
    content: <FormerMessagesView title={t(shelf.heading)} letters={letters} t={t} />,
    hasNext: page * PART < count,
  };
}
