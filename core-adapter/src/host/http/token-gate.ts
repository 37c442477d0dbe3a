// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import { hiddenNotFound } from './hidden-not-found.js';
import { referenceOf } from './request-log.js';
import type { AccessToken, AccessTokenService } from '../domain/tokens/access-token-service.js';
import { shownToken } from '../domain/tokens/shown-token.js';

/** The metrics are read with a token of their own: see `metrics.routes.ts`. */
const MEASURES = '/metrics';
const ME = '/api/v1/me';
/** The addresses of a brick. Paths in capitals or encoded, which express would read otherwise, do not match. */
const BRICK = /^(?:\/api\/v1)?\/s\/[^/]+\/([^/]+)(?:\/|$)/;

const recognised = new WeakMap<Request, AccessToken>();

/** The valid token of a request; undefined for a request of a browser. */
export function tokenOf(request: Request): AccessToken | undefined {
  return recognised.get(request);
}

/**
 * Whether a request may do without an origin: it has a token, no cookie, and comes from no page. On a request that another site starts,
 * browsers may send a stored name and password, but then with the origin of that site (P6).
 */
export function isTokenCall(request: Request): boolean {
  return shownToken(request) !== undefined && !isOfBrowser(request);
}

/** On plain HTTP browsers send no `Sec-Fetch-Site`; they then send a cookie, or the `Origin` of a POST. */
function isOfBrowser({ headers: { cookie, origin, 'sec-fetch-site': site } }: Request): boolean {
  return [cookie, origin, site].some((value) => value !== undefined);
}

/**
 * Authenticates a request with a token as the token's person. A bad token is a 401, whatever cookie comes with it, and never a
 * redirect to the login.
 */
export function recogniseToken(tokens: AccessTokenService): RequestHandler {
  return async (request, response, next) => {
    const shown = request.path === MEASURES ? undefined : shownToken(request);
    if (!shown) return next();
    const token = await tokens.recognise(shown);
    if (!token) return refuse(request, response);
    recognised.set(request, token);
    // A session of one request: express-session, which comes next, leaves it alone. It is stored in no table and no cookie, and changes
    // to it end with the answer.
    Object.defineProperty(request, 'session', { value: { personId: token.personId } });
    next();
  };
}

/** A token reaches its own bricks and `/api/v1/me` only; account and consoles answer like a brick that is off (T9). */
export const keepWithinScope: RequestHandler = (request, _response, next) => {
  const token = tokenOf(request);
  next(token && !isWithin(token, request) ? hiddenNotFound('the token does not reach it') : undefined);
};

function isWithin({ brickIds }: AccessToken, { method, path }: Request): boolean {
  if (path === ME) return method === 'GET' || method === 'HEAD';
  return brickIds.includes(BRICK.exec(path)?.[1] ?? '');
}

/**
 * Sends a challenge to programs without a token: WebDAV clients send theirs only then (RFC 9110 §11.6.1). Scripts of a page get none,
 * since the browser would open a dialog.
 */
export function inviteToken(request: Request, response: Response): void {
  const path = request.baseUrl + request.path;
  const isOpen = path === ME || BRICK.test(path);
  if (isOpen && !isOfBrowser(request)) response.set('WWW-Authenticate', CHALLENGES);
}

const CHALLENGES = ['Bearer realm="Volee"', 'Basic realm="Volee", charset="UTF-8"'];

function refuse(request: Request, response: Response): void {
  const message = 'The token is wrong, was revoked, or has ended. Make a new one in your account.';
  response
    .status(401)
    .set({ 'WWW-Authenticate': CHALLENGES, 'Cache-Control': 'no-store' })
    .json({ error: { kind: 'tokenRefused', message, reference: referenceOf(request) } });
}
