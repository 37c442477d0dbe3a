// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { NoticeAction } from '../../ui/shell.js';

/**
 * Redirects to a page that shows this message once. The session is saved first: express-session sends the head of a response before the
 * session, and a browser follows a redirect at its head.
 * @throws Error when the session cannot be saved
 */
export async function redirectWithNotice(
  request: Request,
  response: Response,
  url: string,
  notice: string,
  action?: NoticeAction,
): Promise<void> {
  request.session.notice = notice;
  request.session.noticeAction = action;
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(error) : resolve()));
  });
  response.redirect(303, url);
}
