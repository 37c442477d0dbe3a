// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { readBox, type BoxPage } from '../../domain/box/read-box.js';
import { presentChildList, type ChildList } from './child-list.presenter.js';
import { ChildListView } from './child-list.view.js';
import type { Box } from '../../store/copy.entity.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import { readAnswerable } from '../../domain/child/answerable.js';
import { goingWords } from './going-words.js';
import { childHomePage } from './child-home-page.js';
import { childOwnPage } from './child-own-page.js';

interface InboxQuery {
  readonly door?: 'read' | 'reply' | undefined;
  readonly after?: string | undefined;
}

/** The first page of a pupil, or what is behind one of its doors. */
export async function childInboxPage({ door, after }: InboxQuery, request: MessagingRequest): Promise<PageReply> {
  if (door === undefined && after === undefined) return childHomePage(request);
  if (door === 'reply') return listPage(await readAnswerable(after, request), 'reply', request);
  return listPage(await readBox({ ownerId: request.user.id, box: 'inbox', after }, request), 'read', request);
}

export async function childBoxPage(
  { box, after }: { readonly box: Exclude<Box, 'inbox'>; readonly after?: string | undefined },
  request: MessagingRequest,
): Promise<PageReply> {
  const shown = await readBox({ ownerId: request.user.id, box, after }, request);
  return box === 'sent' ? childOwnPage(shown, request) : listPage(shown, box, request);
}

async function listPage(shown: BoxPage, list: ChildList, request: MessagingRequest): Promise<PageReply> {
  const { directory, t, page, asset } = request;
  const authors = shown.lines.flatMap(({ message }) => message.authorId ?? []);
  const persons = await directory.persons([...new Set(authors)]);
  const model = presentChildList(shown, list, { ...request, persons, going: await goingWords(request) });
  return page(model.title, <ChildListView model={model} t={t} />, { styles: [asset(CHILD_SHEET)] });
}
