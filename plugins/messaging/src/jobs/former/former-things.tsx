// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerPage, FormerThing, FormerThings } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { z } from 'zod';
import { THREAD_BOXES } from '../../domain/box/mark-last.js';
import { readDecisions } from '../../domain/policy/read-policy.js';
import { keptUntil } from '../../domain/retention/kept-since.js';
import { NEWEST, type Place } from '../../domain/search/search-mailbox.js';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { presentFormerMessages, presentReported, type FormerRequest } from './former-messages.presenter.js';
import { FormerMessagesView } from './former-messages.view.js';
import { formerPlaces, formerPurge, formerShelf } from '../../store/former-queries.js';

/** The number of messages on a page. */
const PART = 100;
const DAY = 86_400_000;

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
  readonly oldest: Date;
  readonly newest: Date;
}

/** The page of a shelf that was read last, and its last message. */
interface ReadPage {
  readonly page: number;
  readonly end: Place;
}

/**
 * The messages that a person finds again of a former school: received, sent and archived, what they had begun, their trash, and what they
 * reported, a hundred on a page, the newest first. Guardians read none of their child, as before. A message is shown once its page is opened:
 * the list says days alone (ADR 55).
 */
export async function formerThings(request: FormerRequest): Promise<FormerThings> {
  const { owner, user } = request;
  if (owner.id !== user.id) return { kept: [] };
  const filled: FilledShelf[] = [];
  for (const shelf of SHELVES) filled.push(...(await filledShelf(shelf, request)));
  const kept: FormerThing[] = [];
  for (const one of filled) kept.push(await thingOf(one, request));
  const lastRead = new Map<string, ReadPage>();
  return {
    kept,
    documents: () => filled.map((one) => documentOf(one, request)),
    async open(key, page) {
      const found = filled.find(({ shelf }) => shelf.key === key);
      // The number is that of when the request came: messages that go during a download leave its last page short, or empty.
      if (!found || page > Math.ceil(found.count / PART)) return undefined;
      const copies = await readPage(found.shelf, page, lastRead.get(key), request);
      const last = copies.at(-1);
      if (last) lastRead.set(key, { page, end: last });
      return presentPage(found, page, copies, request);
    },
  };
}

async function filledShelf(shelf: Shelf, { db, owner }: FormerRequest): Promise<FilledShelf[]> {
  const [found] = await db.query(formerShelf, copiesOn(shelf, owner.id));
  if (!found?.oldest || !found.newest) return [];
  return [{ shelf, count: found.total, oldest: found.oldest, newest: found.newest }];
}

function copiesOn({ key, boxes }: Shelf, ownerId: string): z.input<typeof formerShelf.parameters> {
  return { ownerId, boxes: [...boxes], reported: key === 'reported', yes: true, no: false };
}

async function thingOf(filled: FilledShelf, request: FormerRequest): Promise<FormerThing> {
  const until = await firstEnd(filled, request);
  return { text: request.t(filled.shelf.kept, { count: filled.count }), ...(until && { until }) };
}

/** An instant of the last day on which all of the shelf is kept. The nightly job may empty the trash on the day that a copy has. */
async function firstEnd({ shelf, oldest }: FilledShelf, request: FormerRequest): Promise<Date | undefined> {
  const { db, owner, school, clock } = request;
  const ends: number[] = [];
  if (shelf.boxes.includes('trash')) {
    const [next] = await db.query(formerPurge, copiesOn(shelf, owner.id));
    if (next?.first) ends.push(next.first.getTime() - DAY);
  }
  if (shelf.key !== 'trash') {
    const { keptFor } = await readDecisions(request);
    ends.push(keptUntil(keptFor, oldest, { now: clock.now(), zone: school.timeZone }).getTime());
  }
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}

/** A shelf in the list: its days and the number of its pages, whatever it holds. */
function documentOf({ shelf, count, oldest, newest }: FilledShelf, { t, format }: FormerRequest): FormerDocument {
  return {
    key: shelf.key,
    title: t(shelf.heading),
    detail: t('former.days', { from: format.day(oldest), to: format.day(newest) }),
    pages: Math.ceil(count / PART),
  };
}

/**
 * The copies of a page. After the page before, as in a download, it goes on from the last message of that one, whatever was deleted
 * meanwhile. The beginning of a page that is requested alone is counted in the index.
 */
async function readPage(
  shelf: Shelf,
  page: number,
  lastRead: ReadPage | undefined,
  { db, owner }: Pick<FormerRequest, 'db' | 'owner'>,
): Promise<CopyRow[]> {
  const goesOn = lastRead?.page === page - 1;
  const from = goesOn ? lastRead.end : NEWEST;
  const places = await db.query(formerPlaces, {
    ...copiesOn(shelf, owner.id),
    ...{ before: from.at, beforeId: from.messageId },
    ...{ most: PART, skipped: goesOn ? 0 : (page - 1) * PART },
  });
  const messageId = In(places.map((place) => place.messageId));
  const rows = await db.repository(CopyRow).find({ where: { ownerId: owner.id, messageId } });
  const copies = new Map(rows.map((row) => [row.messageId, row]));
  return places.flatMap((place) => copies.get(place.messageId) ?? []);
}

async function presentPage(
  { shelf, count }: FilledShelf,
  page: number,
  copies: readonly CopyRow[],
  request: FormerRequest,
): Promise<FormerPage> {
  const { t } = request;
  const present = shelf.key === 'reported' ? presentReported : presentFormerMessages;
  const letters = await present(copies, request);
  const isWhole = count <= PART || copies.length === 0;
  const before = (page - 1) * PART;
  return {
    title: isWhole ? t(shelf.heading) : t('former.title', { from: before + 1, to: before + copies.length }),
    content: <FormerMessagesView title={t(shelf.heading)} letters={letters} t={t} />,
    hasNext: page * PART < count,
  };
}
