// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import { hiddenNotFound } from './hidden-not-found.js';
import { referenceOf } from './request-log.js';
import type { AccessToken, AccessTokenService } from '../domain/tokens/access-token-service.js';
import { shownToken } from '../domain/tokens/shown-token.js';

/** The measures are read with a token of their own: see `metrics.routes.ts`. */
const MEASURES = '/metrics';
const ME = '/api/v1/me';
/** The addresses of a brick. A path that express would read otherwise, in capitals or encoded, is none. */
const BRICK = /^(?:\/api\/v1)?\/s\/[^/]+\/([^/]+)(?:\/|$)/;

const recognised = new WeakMap<Request, AccessToken>();

/** The token that a request came with, and that is good; undefined for a request of a browser. */
export function tokenOf(request: Request): AccessToken | undefined {
  return recognised.get(request);
}

/**
 * P6: whether a request may do without an origin: it comes with a token, without any cookie, and from no page. A browser
 * that keeps a name and a password sends them along with what another site makes it send, and says then whence.
 */
export function isTokenCall(request: Request): boolean {
  return shownToken(request) !== undefined && !isOfBrowser(request);
}

/** On plain HTTP a browser does not say from which site it asks; it has a cookie by then, or names the origin of what it posts. */
function isOfBrowser({ headers: { cookie, origin, 'sec-fetch-site': site } }: Request): boolean {
  return [cookie, origin, site].some((value) => value !== undefined);
}

/**
 * Lets a request with a token in as its person. Whoever shows one is that person or nobody: a bad one is a 401, whatever
 * cookie comes with it, and never a way to the login.
 */
export function recogniseToken(tokens: AccessTokenService): RequestHandler {
  return async (request, response, next) => {
    const shown = request.path === MEASURES ? undefined : shownToken(request);
    if (!shown) return next();
    const token = await tokens.recognise(shown);
    if (!token) return refuse(request, response);
    recognised.set(request, token);
    // A session of one request: express-session, which comes next, leaves it alone. It is in no table and no cookie,
    // and what code writes into it ends with the answer.
    Object.defineProperty(request, 'session', { value: { personId: token.personId } });
    next();
  };
}

/** T9: to a token there is nothing but its bricks and who it is: account and consoles answer as a brick that is off. */
export const keepWithinScope: RequestHandler = (request, _response, next) => {
  const token = tokenOf(request);
  next(token && !isWithin(token, request) ? hiddenNotFound('the token does not reach it') : undefined);
};

function isWithin({ brickIds }: AccessToken, { method, path }: Request): boolean {
  if (path === ME) return method === 'GET' || method === 'HEAD';
  return brickIds.includes(BRICK.exec(path)?.[1] ?? '');
}

/**
 * Tells a program that asks without a token how to show one: WebDAV clients send theirs only then (RFC 9110 §11.6.1).
 * Not a page's own script, for which the browser would open a window.
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
