// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { isReading } from '../path-after-login.js';
import { sentTextOf } from '../typed-in.js';
import { forgetText } from '../forget-text.js';

/** The status of an answer that leads to the page after a form: a browser reads that one (RFC 9110 §15.4.4). */
const SEE_OTHER = 303;

/**
 * Forgets the kept text of a form once it was taken: the next page, to which the answer leads, must not offer it. An answer that is a page,
 * such as a preview, has taken nothing, unless it says so. A text of another page stays.
 */
export function forgetSent(context: Pick<HostContext, 'keptTexts' | 'log'>): RequestHandler {
  return (request, response, next) => {
    if (isReading(request) || !sentTextOf(request)) return next();
    const redirect = response.redirect.bind(response) as (status: number, url: string) => void;
    const forgetFirst = (status: number, url: string): void => {
      // A form that leads to the login was not taken.
      if (status !== SEE_OTHER || !url.startsWith('/') || url.startsWith('/login')) return redirect(status, url);
      void forgetText(context, request).finally(() => redirect(status, url));
    };
    response.redirect = (first: number | string, second?: string | number) =>
      typeof first === 'number' ? forgetFirst(first, String(second)) : redirect(302, first);
    next();
  };
}
