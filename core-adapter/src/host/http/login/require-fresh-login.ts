// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { tokenOf } from '../token-gate.js';
import { comeBackPath, isReading } from '../come-back-path.js';
import { sendError, wantsHtml } from '../send-error.js';

/**
 * Lets through only who has shown his password lately, and has others show it again (CAS 3.0 §2.1.1 renew). Where the SSO
 * cannot ask again it lets everybody through, but for a token, which proves no password. Comes after `requirePerson`.
 */
export function requireFreshLogin(context: HostContext): RequestHandler {
  return (request, response, next) => {
    if (!tokenOf(request) && isFreshEnough(context, request)) return next();
    if (!wantsHtml(request)) return sendError(context, request, response, 'notFresh');
    const to = comeBackPath(request, context.settings.server.publicUrl);
    response.redirect(303, `/login?${new URLSearchParams({ renew: 'true', to }).toString()}`);
  };
}

/** A form may be sent for as long again as its page may be looked at: what somebody typed must not be lost to a password. */
function isFreshEnough({ authProvider, settings, clock }: HostContext, request: Request): boolean {
  if (!authProvider?.supportsRenew) return true;
  const limit = settings.session.fresh * (isReading(request) ? 1 : 2);
  return clock.now().getTime() - (request.session.provenAt ?? 0) <= limit;
}
