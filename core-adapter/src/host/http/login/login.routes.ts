// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import type { Router, Request, Response } from 'express';
import express from 'express';
import type { HostContext } from '../../context/host-context.js';
import { sendError } from '../send-error.js';
import { callbackRoutes } from './callback.routes.js';
import { CALLBACK_PATH, GRANT_PATH, grantKey } from '../../domain/sessions/login-addresses.js';
import { postedCallbackRoutes } from './posted-callback.routes.js';
import type { Proxying, AuthProvider, LoginKind } from '../../../api/login/auth-provider.js';
import { hiddenNotFound } from '../hidden-not-found.js';
import { safeLocalPath } from '../safe-local-path.js';
import { visitorOf } from '../visitor.js';
import { goToSso } from './go-to-sso.js';
import { newAttempt } from '../../domain/sessions/login-attempt.js';
import { showLoginProblem } from './login-problem.js';
import { sessionCookie } from '../../domain/sessions/host-cookies.js';

/** `/login`, `/logout` and `/cas/…`. */
export function loginRoutes(context: HostContext): Router {
  const { authProvider: provider } = context;
  const router = express.Router();
  if (!provider) {
    router.use(['/login', CALLBACK_PATH], (request, response) => sendError(context, request, response, 'ssoDown'));
  } else {
    router.use(beginLoginRoutes(context, provider));
    router.use(CALLBACK_PATH, callbackRoutes(context, provider), postedCallbackRoutes(context, provider));
    if (provider.proxying) router.use(GRANT_PATH, grantRoutes(context, provider.proxying));
  }
  return router.use(logoutRoutes(context, provider));
}

/**
 * The proxy callback: the SSO delivers a proxy-granting ticket here while it validates a service ticket (CAS 3.0 §2.5.4).
 * Only the SSO knows the key in the address. Without the key the answer is 404, so that strangers cannot post PGTs (C15).
 */
function grantRoutes(
  { settings, pendingPgts }: Pick<HostContext, 'pendingPgts' | 'settings'>,
  proxying: Proxying,
): Router {
  const key = Buffer.from(grantKey(settings.session.secret));
  const isOurs = (shown: unknown): boolean => {
    const bytes = Buffer.from(typeof shown === 'string' ? shown : '');
    return bytes.length === key.length && timingSafeEqual(bytes, key);
  };
  return express.Router().get('/', async ({ query }, response) => {
    if (!isOurs(query['key'])) throw hiddenNotFound('the key is not ours');
    const given = proxying.readGrant(query);
    // CAS servers may check the address first, without a grant.
    if (given) await pendingPgts.keep(given.id, given.grant);
    response.set('Cache-Control', 'no-store').status(200).type('text').send('');
  });
}

/**
 * `/login?to=PATH` redirects to the SSO. `renew=true` requires the password again; `gateway=true` shows no page, and logs in only
 * users that the SSO already knows (CAS 3.0 §2.1.1). With both, `renew` counts.
 */
function beginLoginRoutes(context: HostContext, provider: AuthProvider): Router {
  const router = express.Router();
  const { loginAttempts, settings } = context;
  const { publicUrl } = settings.server;

  router.get('/login', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (await showLoginProblem(context, request, response)) return;
    const to = safeLocalPath(request.query['to'], publicUrl);
    const kind = kindOf(request, provider);
    const { person } = visitorOf(request);
    if (kind !== 'renew' && person) return response.redirect(303, to);
    if (kind === 'gateway' && !loginAttempts.mayAsk(request)) return response.redirect(303, to);

    const attempt = newAttempt({ to, kind, personId: person?.id });
    // The browser came back without the cookie: check that it keeps one before another round.
    if (request.query['cookie'] === 'set') {
      loginAttempts.begin(response, attempt);
      return response.redirect(303, '/login?cookie=check');
    }
    if (request.query['cookie'] === 'check') {
      const kept = loginAttempts.read(request);
      if (!kept) return sendError(context, request, response, 'cookiesRefused');
      return goToSso(context, provider, request, response, kept);
    }
    return goToSso(context, provider, request, response, attempt);
  });

  return router;
}

function kindOf({ query }: Request, { supportsRenew }: AuthProvider): LoginKind {
  if (query['renew'] === 'true' && supportsRenew) return 'renew';
  return query['gateway'] === 'true' && query['renew'] === undefined ? 'gateway' : 'default';
}

/** `/logout` ends the session here and sends the browser to end that of the SSO; `/logged-out` says goodbye. */
function logoutRoutes(context: HostContext, provider: AuthProvider | undefined): Router {
  const router = express.Router();
  const cookie = sessionCookie(context.settings.server.publicUrl);
  const goodbye = new URL('/logged-out', context.settings.server.publicUrl).href;

  async function leave(request: Request, response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error?: unknown) => (error ? reject(error) : resolve()));
    });
    // With the cookie, `recogniseSilently` would ask the SSO to log this browser in again.
    response.clearCookie(cookie.name, cookie.options);
    context.lastPerson.forget(response);
    response.redirect(303, provider ? provider.logoutUrl(goodbye) : goodbye);
  }

  router.post('/logout', leave);
  // HEAD requests check that a page exists: they must not end the session.
  router.head('/logout', (_request, response) => response.redirect(303, '/account'));
  // An address typed by hand logs out; a link or an image on another site must not (P6).
  router.get('/logout', (request, response) =>
    /^(cross|same)-site$/.test(request.get('Sec-Fetch-Site') ?? '')
      ? response.redirect(303, '/account')
      : leave(request, response),
  );
  // A user with an active session, in another tab or again, must not read that they are logged out.
  router.get('/logged-out', (request, response) => {
    if (visitorOf(request).person) return response.redirect(303, '/');
    return sendError(context, request, response, 'loggedOut');
  });
  return router;
}
