// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import { ForbiddenError } from '../../api/errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests by which another site would act as the user (P6). An unsafe method needs `Sec-Fetch-Site: same-origin`, or, from a
 * browser that does not send it, an `Origin` equal to ours. No form token: a streamed upload could not show one in time.
 */
export function refuseOtherOrigins(publicOrigin: string): RequestHandler {
  return (request, _response, next) => {
    if (SAFE.has(request.method)) return next();
    next(
      isSameOrigin(request, publicOrigin)
        ? undefined
        : new ForbiddenError('The request does not come from a page of this site.'),
    );
  };
}

/** Whether a browser says that a page of this site sends the request. */
export function isSameOrigin(request: Request, publicOrigin: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  return site === undefined ? request.get('Origin') === publicOrigin : site === 'same-origin';
}
