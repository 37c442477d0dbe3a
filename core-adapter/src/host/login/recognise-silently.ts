// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'cookie';
import type { RequestHandler } from 'express';
import type { HostContext } from '../host-context.js';
import { sessionCookie } from '../sessions/host-cookies.js';
import { wantsHtml } from '../web/send-error.js';
import { visitorOf } from '../web/visitor.js';
import { loginAttempts } from './login-attempt.js';

/**
 * For public pages: somebody whose session here has ended, and not yet that at the SSO, comes in again without noticing (CAS 3.0 §2.1.1
 * gateway), once. Who never logged in with this browser is left alone: a public page must not depend on the SSO.
 */
export function recogniseSilently({ authProvider, settings, clock }: HostContext): RequestHandler {
  const attempts = loginAttempts(settings, clock);
  const { name } = sessionCookie(settings.server.publicUrl);
  return (request, response, next) => {
    const wasIn = parse(request.get('Cookie') ?? '')[name] !== undefined;
    const isWorthAsking = authProvider && wasIn && !visitorOf(request).person && attempts.mayAsk(request);
    if (!isWorthAsking || !wantsHtml(request)) return next();
    response.redirect(303, `/login?${new URLSearchParams({ gateway: 'true', to: request.originalUrl }).toString()}`);
  };
}
