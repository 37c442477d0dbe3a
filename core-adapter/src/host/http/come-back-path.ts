// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { refererPath } from './referer-path.js';
import { returnPath } from './return-path.js';

/** Whether a request only looks. */
export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Where to bring somebody back to after a login. What a form carried cannot be sent again by then: its page can. */
export function comeBackPath(request: Request, publicUrl: URL): string {
  return returnPath(isReading(request) ? request.originalUrl : refererPath(request, publicUrl), publicUrl);
}
