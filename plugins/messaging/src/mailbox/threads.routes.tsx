// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { IsNull } from 'typeorm';
import type { MessagingBrick, MessagingRequest } from '../brick-types.js';
import { presentThread } from '../pages/thread/thread.presenter.js';
import { ThreadView } from '../pages/thread/thread.view.js';
import { CopyRow } from '../store/copy.entity.js';
import { copyParams } from './box-query.js';
import { readThread } from './read-thread.js';
import { replyTarget } from './reply-target.js';

/** A thread, by a copy of its reader. The host judges `ownerId`: no other address leads to a message. */
export function registerThreads({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get('/copies/:id', { access: 'read', params: copyParams, load: findCopy }, async (request) => {
    const { resource, page, t } = request;
    const thread = await readThread(resource, request);
    const model = presentThread(thread, await replyTarget(thread, request), request);
    await markRead(resource, request);
    return page(thread.subject, <ThreadView model={model} t={t} />);
  });
}

export function findCopy({ params, db }: { params: { id: string }; db: SchoolDatabase }): Promise<CopyRow | undefined> {
  return db.repository(CopyRow).findOne({ where: { id: params.id } });
}

async function markRead({ threadId, ownerId }: CopyRow, { db, clock }: MessagingRequest): Promise<void> {
  await db.repository(CopyRow).update({ threadId, ownerId, readAt: IsNull() }, { readAt: clock.now() });
}
