// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Reply } from '../../api/http.js';
import type { HostContext } from '../host-context.js';
import { brickAddress } from './brick-address.js';
import type { SchoolVisit } from './school-visit.js';
import { sendPage } from './send-page.js';

/** Sends what a brick's handler answered. */
export async function sendReply(
  context: HostContext,
  brickId: string,
  visit: SchoolVisit,
  request: Request,
  response: Response,
  reply: Reply,
): Promise<void> {
  switch (reply.kind) {
    case 'page':
      return sendPage(context, request, response, {
        title: reply.title,
        content: reply.content,
        scripts: reply.options.scripts ?? [],
        visit,
        current: brickId,
      });
    case 'redirect':
      if (reply.notice !== undefined) request.session.notice = reply.notice;
      return response.redirect(303, brickAddress(visit.school.uai, brickId, reply.path));
    case 'json':
      response.status(reply.status).set('Cache-Control', 'no-store').json(reply.value);
      return;
    case 'download':
      return sendDownload(response, reply);
  }
}

/** What people uploaded must never run with our origin's rights: an attachment, of no type, in a sandbox. */
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
  try {
    await pipeline(file.content, response);
  } catch (error) {
    // Whoever asked went away in the middle: nothing is wrong here, and there is nobody to tell.
    if (!response.req.socket.destroyed) throw error;
  }
}
