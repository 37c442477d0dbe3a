// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { SessionStore } from '../domain/sessions/session-store.js';

/** The address of the stream of changes. */
export const LIVE_PATH = '/live';

/** Sent by `live.js` with what a page reads by itself. */
const MARK = 'X-Volee-Background';

/**
 * Whether a page sends this request by itself, without an action of the user. The mark only takes rights away: such a request is no
 * activity of the session, is never led to the login, and takes no notice away from the user.
 */
export function isBackground(request: Request): boolean {
  const [path] = request.originalUrl.split('?');
  return path === LIVE_PATH || request.get(MARK) !== undefined;
}

/**
 * Keeps requests that pages send by themselves from counting as activity: otherwise no session would ever be idle. Runs after the session
 * middleware.
 */
export function spareIdleSessions(sessions: Pick<SessionStore, 'ignoreActivity'>): RequestHandler {
  return (request, _response, next) => {
    const session = request.session as Request['session'] | undefined;
    if (session && isBackground(request)) sessions.ignoreActivity(session);
    next();
  };
}
