// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { NoticeAction } from '../../ui/shell.js';
import { tokenOf } from './token-gate.js';

/**
 * Redirects to a page that shows this message once; a token has no session, and is shown none. The session is saved first: express-session
 * sends the head of a response before the session, and a browser follows a redirect at its head.
 * @throws Error when the session cannot be saved
 */
export async function redirectWithNotice(
  request: Request,
  response: Response,
  url: string,
  notice: string,
  action?: NoticeAction,
): Promise<void> {
  if (tokenOf(request)) return response.redirect(303, url);
  request.session.notice = notice;
  request.session.noticeAction = action;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
  response.redirect(303, url);
}
