// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { newAttempt, type LoginAttempt } from '../../domain/sessions/login-attempt.js';
import { visitorOf } from '../visitor.js';
import { answerCallback, createCallback, goOn, MOST_RETRIES } from './answer-callback.js';

/** The attempt of a service that logs a user in with a proxy ticket: no browser began it here. */
const proxyAttempt = (): LoginAttempt => ({ ...newAttempt({ to: '/', kind: 'default' }), refusals: MOST_RETRIES });

/** The one service address of the SSO: browsers come back to it with a ticket in the address, or in a cookie that was posted there. */
export function callbackRoutes(context: HostContext, provider: AuthProvider): Router {
  const { loginAttempts: attempts } = context;
  const callback = createCallback(context, provider);
  const router = express.Router();

  // A GET would spend the ticket; HEAD requests only check that the page exists.
  router.head('/', (_request, response) => response.redirect(303, '/login'));

  router.get('/', async (request, response) => {
    // CAS 3.0 Appendix B.
    response.set('Cache-Control', 'no-store');
    const kept = attempts.takeTicket(request, response);
    const ticket = request.query['ticket'] ?? kept;
    const attempt = attempts.read(request) ?? (isProxyLogin(provider, request, ticket) ? proxyAttempt() : undefined);
    // A used ticket opens no session: the back button brings one, and somebody may replay one (C9).
    if (!attempt) return response.redirect(303, visitorOf(request).person ? '/' : '/login?cookie=set');
    const login = { request, response, attempt };
    // CAS 3.0 §2.1.1 gateway: the SSO has no session.
    if (attempt.kind === 'gateway' && ticket === undefined) return goOn(callback, login);

    const asked = request.query['ticket'] === undefined && kept !== undefined ? withTicket(request, kept) : request;
    await answerCallback(callback, login, asked);
  });

  return router;
}

/**
 * Whether a program logs in with a proxy ticket. A browser never counts: an attacker could make it open an address with the ticket of
 * another account (C16).
 */
function isProxyLogin(provider: AuthProvider, request: Request, ticket: unknown): boolean {
  return !isBrowser(request) && provider.isProxyTicket?.(ticket) === true;
}

/** Programs on Node.js send `Sec-Fetch-Mode` too. Over plain HTTP browsers omit `Sec-Fetch-Site`, but not their `User-Agent`. */
function isBrowser(request: Request): boolean {
  return request.get('Sec-Fetch-Site') !== undefined || request.get('User-Agent')?.startsWith('Mozilla/') === true;
}

/** The request with the ticket in its address. The real address does not have it, so that the ticket stays out of histories and logs. */
function withTicket(request: Request, ticket: string): Request {
  return Object.create(request, { query: { value: { ticket } } }) as Request;
}
