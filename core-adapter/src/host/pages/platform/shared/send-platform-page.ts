// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import { sendPage, type Page, type PageContext } from '../../../http/send-page.js';

export function sendPlatformPage(
  context: PageContext,
  request: Request,
  response: Response,
  page: Pick<Page, 'title' | 'content' | 'status'>,
): Promise<void> {
  const styles = [context.assets.url('core', 'console.css')];
  return sendPage(context, request, response, { ...page, styles, current: 'platform' });
}
