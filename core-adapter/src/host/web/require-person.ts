// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../host-context.js';
import { inviteToken } from '../tokens/token-gate.js';
import { refererPath, sendError, wantsHtml } from './send-error.js';
import { visitorOf } from './visitor.js';

/** A browser goes to the SSO and comes back to the page it asked for; a program gets a 401. */
export function requirePerson(context: HostContext): RequestHandler {
  return (request, response, next) => {
    if (visitorOf(request).person) return next();
    if (!wantsHtml(request)) {
      inviteToken(request, response);
      return sendError(context, request, response, 'loginNeeded');
    }
    // What a form carried cannot be sent again after a login: its page can.
    const to =
      request.method === 'GET' ? request.originalUrl : (refererPath(request, context.settings.server.publicUrl) ?? '/');
    response.redirect(303, `/login?${new URLSearchParams({ to }).toString()}`);
  };
}
