// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerThings } from '@volee/core-adapter';
import { In, IsNull } from 'typeorm';
import { readDecisions } from '../policy/read-policy.js';
import { keptUntil } from '../retention/kept-since.js';
import { CopyRow } from '../store/copy.entity.js';
import { presentFormerMessages, type FormerRequest } from './former-messages.presenter.js';
import { FormerMessagesView } from './former-messages.view.js';

/** Messages on a page. */
const PART = 100;

/**
 * The messages that a person finds again of a former school: received, sent and archived, a hundred on a page, the newest first. Guardians read
 * none of their child, as before. Which message a page holds is shown once it is opened: the list says days alone (ADR 55).
 */
export async function formerThings(request: FormerRequest): Promise<FormerThings> {
  const { db, owner, user, t } = request;
  if (owner.id !== user.id) return { kept: [] };
  const copies = await db.repository(CopyRow).find({
    where: { ownerId: owner.id, hiddenAt: IsNull(), box: In(['inbox', 'sent', 'archive']) },
    order: { at: 'DESC', id: 'DESC' },
  });
  const oldest = copies.at(-1);
  if (!oldest) return { kept: [] };
  const { keptFor } = await readDecisions(request);
  const until = keptUntil(keptFor, oldest.at, request.school.timeZone);
  const parts = Array.from({ length: Math.ceil(copies.length / PART) }, (_, part) => part * PART);
  return {
    kept: [{ text: t('storedData.kept', { count: copies.length }), until }],
    documents: parts.map((start) => ({
      ...documentOf(copies.slice(start, start + PART), start, request),
      ...(parts.length === 1 && { title: t('former.heading') }),
    })),
  };
}

function documentOf(copies: readonly CopyRow[], start: number, request: FormerRequest): FormerDocument {
  const { t, format } = request;
  const [last, first] = [copies[0], copies.at(-1)];
  const days = { from: first ? format.day(first.at) : '', to: last ? format.day(last.at) : '' };
  return {
    key: `messages-${start + 1}`,
    title: t('former.title', { from: start + 1, to: start + copies.length }),
    detail: t('former.days', days),
    open: async () => {
      const letters = await presentFormerMessages(copies, request);
      return { content: <FormerMessagesView title={t('former.heading')} letters={letters} t={t} /> };
    },
  };
}
