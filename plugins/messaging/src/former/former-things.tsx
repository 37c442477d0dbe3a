// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerThings } from '@volee/core-adapter';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { readDecisions } from '../policy/read-policy.js';
import { keptUntil } from '../retention/kept-since.js';
import { CopyRow } from '../store/copy.entity.js';
import { presentFormerMessages, type FormerRequest } from './former-messages.presenter.js';
import { FormerMessagesView } from './former-messages.view.js';

/** Messages on a page. */
const PART = 100;
const NEWEST_FIRST = { at: 'DESC', id: 'DESC' } as const;
const OLDEST_FIRST = { at: 'ASC', id: 'ASC' } as const;

/**
 * The messages that a person finds again of a former school: received, sent and archived, a hundred on a page, the newest first. Guardians read
 * none of their child, as before. Which message a page holds is shown once it is opened: the list says days alone (ADR 55).
 */
export async function formerThings(request: FormerRequest): Promise<FormerThings> {
  const { db, owner, user, t } = request;
  if (owner.id !== user.id) return { kept: [] };
  const copies = db.repository(CopyRow);
  const where = ownCopies(owner.id);
  const count = await copies.count({ where });
  const oldest = await copies.findOne({ where, order: OLDEST_FIRST });
  if (!oldest) return { kept: [] };
  const { keptFor } = await readDecisions(request);
  const until = keptUntil(keptFor, oldest.at, request.school.timeZone);
  const documents: FormerDocument[] = [];
  for (let start = 0; start < count; start += PART) {
    const title = count <= PART ? t('former.heading') : undefined;
    documents.push(await documentOf({ start, end: Math.min(start + PART, count), title }, request));
  }
  return { kept: [{ text: t('storedData.kept', { count }), until }], documents };
}

function ownCopies(ownerId: string): FindOptionsWhere<CopyRow> {
  return { ownerId, hiddenAt: IsNull(), box: In(['inbox', 'sent', 'archive']) };
}

interface Part {
  /** Of all messages of the person, the newest being 0. */
  readonly start: number;
  readonly end: number;
  readonly title: string | undefined;
}

/** The portal asks for documents to be counted: a part reads its first and its last row until it is opened. */
async function documentOf({ start, end, title }: Part, request: FormerRequest): Promise<FormerDocument> {
  const { db, owner, t, format } = request;
  const copies = db.repository(CopyRow);
  const newestFirst = { where: ownCopies(owner.id), order: NEWEST_FIRST };
  const last = await copies.findOne({ ...newestFirst, skip: start });
  const first = await copies.findOne({ ...newestFirst, skip: end - 1 });
  const days = { from: first ? format.day(first.at) : '', to: last ? format.day(last.at) : '' };
  return {
    key: `messages-${start + 1}`,
    title: title ?? t('former.title', { from: start + 1, to: end }),
    detail: t('former.days', days),
    open: async () => {
      const rows = await copies.find({ ...newestFirst, skip: start, take: end - start });
      const letters = await presentFormerMessages(rows, request);
      return { content: <FormerMessagesView title={t('former.heading')} letters={letters} t={t} /> };
    },
  };
}
