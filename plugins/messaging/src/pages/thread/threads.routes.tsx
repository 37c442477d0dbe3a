// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Reply, type UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingKey } from '../../brick-types.js';
import { keepTyped, type BesideReplyRequest } from '../shared/answer/keep-typed.js';
import { typedReply } from '../../domain/message/typed-reply.js';
import { boxPath, draftPath, INBOX_PATH, movePath } from '../../paths.js';
import { boxQuery, copyParams } from '../shared/box.input.js';
import { findCopy } from '../../domain/box/find-copy.js';
import { MOVES, moveThread } from '../../domain/box/move-thread.js';
import { readReaders } from '../../domain/box/read-readers.js';
import { recallMessage } from '../../domain/box/recall-message.js';
import { presentReaders } from './readers.presenter.js';
import { ReadersView } from './readers.view.js';
import { threadPage } from '../shared/thread/thread-page.js';
import { withinRation } from '../shared/answer/within-ration.js';

/** The most copies that « Annuler » names: a session holds them. */
const MOST_UNDONE = 500;

/** « Annuler » names the copies that were moved, and the archives where they were there: each goes back to its place. */
const moveFields = z.object({
  to: z.enum(MOVES),
  copies: z
    .string()
    .transform((ids) => ids.split(' '))
    .optional(),
  into: z.literal('archive').optional(),
  ...typedReply,
});

/** `undo`: the draft that the message becomes is not opened. */
const recallFields = z.object({ do: z.literal('undo').optional(), ...typedReply });

/** Threads, each by a copy of its reader: no other address leads to a message. */
export function registerThreads({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get('/copies/:id', { access: 'read', params: copyParams, query: boxQuery, load: findCopy }, (request) => {
    const { resource, query, redirect } = request;
    return resource.box === 'drafts' ? redirect(draftPath(resource.id)) : threadPage(resource, request, query);
  });

  http.get('/copies/:id/readers', { access: 'read', params: copyParams, load: findCopy }, async (request) => {
    const { resource, t, page } = request;
    const model = presentReaders(await readReaders(resource, request), resource.id, request);
    return page(model.title, <ReadersView model={model} t={t} />);
  });

  http.post(
    '/copies/:id/move',
    { access: 'read', params: copyParams, body: moveFields, load: findCopy },
    async (request) => {
      const { resource, body } = request;
      try {
        const { box, copies } = await moveThread(resource, body.to, request, body);
        const path = body.to === 'restore' ? boxPath(box) : boxPath(resource.box);
        const isUndone = (body.to === 'trash' || body.to === 'archive') && copies.length <= MOST_UNDONE;
        const into = resource.box === 'archive' ? { into: resource.box } : {};
        const fields = { to: 'restore', copies: copies.join(' '), ...into };
        const undo = isUndone ? { path: movePath(resource.id), fields } : undefined;
        return await lead(request, path, `moved.${body.to}`, undo);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        return lead(request, boxPath(resource.box), 'moved.before');
      }
    },
  );

  const recall = { access: 'write', params: copyParams, body: recallFields, load: findCopy } as const;
  http.post('/copies/:id/recall', recall, async (request) => {
    const { resource, t } = request;
    return withinRation('recall', resource, request, async () => {
      const recalled = await recallMessage(resource, request);
      // A second tap finds the draft that the first one has made, also when it read the copy before.
      if (recalled === 'all' || (recalled === 'nothing' && (await findCopy(request))?.box === 'drafts')) {
        return request.body.do === 'undo'
          ? lead(request, INBOX_PATH, 'recalled.kept')
          : lead(request, draftPath(resource.id), 'recalled.all');
      }
      if (recalled === 'unshown') return lead(request, boxPath('sent'), 'recalled.unshown');
      return keepTyped(
        [t(`recall.${recalled}`)],
        request,
        (problem = '') => threadPage(resource, request, { again: { status: 409, problem } }),
        409,
      );
    });
  });
}

/** Redirects to the next page with a notice, and keeps the reply that was typed on the page before. */
function lead(request: BesideReplyRequest, path: string, notice: MessagingKey, undo?: UndoNote): Promise<Reply> {
  return keepTyped([request.t(notice)], request, (told) => request.redirect(path, told, undo));
}
