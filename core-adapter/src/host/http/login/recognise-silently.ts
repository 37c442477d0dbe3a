// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { sessionCookie } from '../../domain/sessions/host-cookies.js';
import { cookiesOf } from '../../infra/util/cookies-of.js';
import { wantsHtml } from '../wants-html.js';
import { visitorOf } from '../visitor.js';

/**
 * For public pages: a user with a session that ended here but not at the SSO is logged in again without a page, once (CAS 3.0 §2.1.1
 * gateway). Browsers without an earlier login are not redirected: a public page must not depend on the SSO.
 */
export function recogniseSilently({
  authProvider,
  settings,
  loginAttempts,
}: Pick<HostContext, 'authProvider' | 'loginAttempts' | 'settings'>): RequestHandler {
  const { name } = sessionCookie(settings.server.publicUrl);
  return (request, response, next) => {
    const wasIn = cookiesOf(request).has(name);
    const isWorthAsking = authProvider && wasIn && !visitorOf(request).person && loginAttempts.mayAsk(request);
    if (!isWorthAsking || !wantsHtml(request)) return next();
    response.redirect(303, `/login?${new URLSearchParams({ gateway: 'true', to: request.originalUrl }).toString()}`);
  };
}
