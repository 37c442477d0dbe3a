// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { Reply } from '../../../api/http.js';
import { brickAddress } from './brick-address.js';
import type { SchoolContext } from '../school-context.js';
import { sendPage, type PageContext } from '../send-page.js';
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
        styles: [...context.assets.stylesOf(brickId), ...(reply.options.styles ?? [])],
        scripts: reply.options.scripts ?? [],
        visit,
        current: brickId,
      });
    case 'redirect':
      return redirect(request, response, brickAddress(visit.school.uai, brickId, reply.path), reply.notice);
    case 'json':
      response.status(reply.status).set('Cache-Control', 'no-store').json(reply.value);
      return;
    case 'content':
      return sendContent(context, request, response, reply);
    case 'stream':
      return sendStream(request, response, reply);
  }
}

async function redirect(request: Request, response: Response, url: string, notice: string | undefined): Promise<void> {
  if (notice === undefined) return response.redirect(303, url);
  await redirectWithNotice(request, response, url, notice);
}
