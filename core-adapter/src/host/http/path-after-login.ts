// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { refererPath } from './referer-path.js';
import { safeLocalPath } from './safe-local-path.js';

/** Whether a request only reads. */
export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The page to return to after a login. A sent form is lost by then: its page is shown instead. */
export function pathAfterLogin(request: Request, publicUrl: URL): string {
  return safeLocalPath(isReading(request) ? request.originalUrl : refererPath(request, publicUrl), publicUrl);
}
