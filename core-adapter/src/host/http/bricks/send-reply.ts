// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import { finished, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Reply } from '../../../api/http.js';
import { brickAddress } from './brick-address.js';
import type { SchoolContext } from '../school-context.js';
import { sendPage, type PageContext } from '../send-page.js';
import { redirectWithNotice } from '../redirect-with-notice.js';

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
    case 'download':
      return sendDownload(response, reply);
  }
}

async function redirect(request: Request, response: Response, url: string, notice: string | undefined): Promise<void> {
  if (notice === undefined) return response.redirect(303, url);
  await redirectWithNotice(request, response, url, notice);
}

/** Uploaded content must never run with this origin's rights: it is sent as an attachment, without a type, in a sandbox. */
async function sendDownload(
  response: Response,
  file: { name: string; bytes: number; content: Readable },
): Promise<void> {
  response.attachment(file.name).set({
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(file.bytes),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  });
  // RFC 9112 §6.3: with a byte too many or too few, the client would read the rest as the next answer, or the next answer as the rest.
  response.strictContentLength = true;
  let isOver = false;
  // The client may leave while the content has no data to write.
  finished(
    response,
    AsyncResource.bind(() => {
      isOver = true;
      file.content.destroy();
    }),
  );
  try {
    // Not from stream to stream: the socket would then move the content, and the brick's code would run outside the brick's scope.
    await pipeline(file.content[Symbol.asyncIterator](), response);
  } catch (error) {
    // A client that goes away in the middle is no failure. Otherwise the pipeline has just destroyed the response, and its socket.
    if (!isOver) throw error;
  }
}
