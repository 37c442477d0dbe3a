// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { sessionCookie } from '../../domain/sessions/host-cookies.js';
import { cookiesOf } from '../../infra/util/cookies-of.js';
import { wantsHtml } from '../send-error.js';
import { visitorOf } from '../visitor.js';

/**
 * For public pages: somebody whose session here has ended, and not yet that at the SSO, comes in again without noticing (CAS 3.0 §2.1.1
 * gateway), once. Who never logged in with this browser is left alone: a public page must not depend on the SSO.
 */
export function recogniseSilently({ authProvider, settings, loginAttempts }: HostContext): RequestHandler {
  const { name } = sessionCookie(settings.server.publicUrl);
  return (request, response, next) => {
    const wasIn = cookiesOf(request).has(name);
    const isWorthAsking = authProvider && wasIn && !visitorOf(request).person && loginAttempts.mayAsk(request);
    if (!isWorthAsking || !wantsHtml(request)) return next();
    response.redirect(303, `/login?${new URLSearchParams({ gateway: 'true', to: request.originalUrl }).toString()}`);
  };
}
