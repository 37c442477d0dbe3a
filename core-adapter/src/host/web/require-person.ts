// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../host-context.js';
import { goToSso } from '../login/go-to-sso.js';
import { loginAttempts } from '../login/login-attempt.js';
import { returnPath } from './return-path.js';
import { inviteToken } from '../tokens/token-gate.js';
import { refererPath, sendError, wantsHtml } from './send-error.js';
import { visitorOf } from './visitor.js';

/** A browser goes to the SSO and comes back to the page it asked for; a program gets a 401. */
export function requirePerson(context: HostContext): RequestHandler {
  const { authProvider: provider, settings, clock } = context;
  const { publicUrl } = settings.server;
  const attempts = loginAttempts(settings, clock);
  return (request, response, next) => {
    if (visitorOf(request).person) return next();
    if (!wantsHtml(request)) {
      inviteToken(request, response);
      return sendError(context, request, response, 'loginNeeded');
    }
    // What a form carried cannot be sent again after a login: its page can.
    const page = request.method === 'GET' ? request.originalUrl : refererPath(request, publicUrl);
    const to = returnPath(page, publicUrl);
    if (!provider) return response.redirect(303, `/login?${new URLSearchParams({ to }).toString()}`);
    return goToSso(context, provider, attempts, request, response, { to, kind: 'usual', refusals: 0 });
  };
}
