// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { RedirectReply, Reply } from '../../../api/http.js';
import type { NoticeAction } from '../../../ui/shell.js';
import { brickAddress } from './brick-address.js';
import type { SchoolContext } from '../school-context.js';
import { hostTexts, sendPage, type PageContext } from '../send-page.js';
import { redirectWithNotice } from '../redirect-with-notice.js';
import { sendContent } from './send-content.js';
import { sendStream } from './send-stream.js';

/** Sends what a brick's handler answered. */
export async function sendReply(
  context: PageContext,
  brickId: string,
  visit: SchoolContext,
  request: Request,
  response: Response,
  reply: Reply,
): Promise<void> {
  switch (reply.kind) {
    case 'page':
      return sendPage(context, request, response, {
        title: reply.title,
        content: reply.content,
        ...(reply.options.status !== undefined && { status: reply.options.status }),
        isTaken: reply.options.isTaken === true,
        styles: [...context.assets.stylesOf(brickId), ...(reply.options.styles ?? [])],
        scripts: reply.options.scripts ?? [],
        visit,
        current: brickId,
      });
    case 'redirect':
      return redirect(brickId, visit, request, response, reply);
    case 'json':
      response.status(reply.status).set('Cache-Control', 'no-store').json(reply.value);
      return;
    case 'content':
      return sendContent(context, request, response, reply);
    case 'stream':
      return sendStream(request, response, reply);
  }
}

async function redirect(
  brickId: string,
  visit: SchoolContext,
  request: Request,
  response: Response,
  { path, notice, undo }: RedirectReply,
): Promise<void> {
  const address = (local: string): string => brickAddress(visit.school.uai, brickId, local);
  if (notice === undefined) return response.redirect(303, address(path));
  const action: NoticeAction | undefined = undo && {
    label: undo.label ?? hostTexts(request, visit)('shell.undo'),
    url: address(undo.path),
    fields: undo.fields ?? {},
  };
  await redirectWithNotice(request, response, address(path), notice, action);
}
