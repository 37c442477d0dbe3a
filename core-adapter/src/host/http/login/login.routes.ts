// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import type { Router } from 'express';
import express from 'express';
import type { HostContext } from '../../context/host-context.js';
import { sendError } from '../send-error.js';
import { callbackRoutes } from './callback.routes.js';
import { CALLBACK_PATH, GRANT_PATH, grantKey } from '../../domain/sessions/login-addresses.js';
import { beginLoginRoutes } from './begin-login.routes.js';
import { logoutRoutes } from './logout.routes.js';
import { postedCallbackRoutes } from './posted-callback.routes.js';
import type { Proxying } from '../../../api/login/auth-provider.js';
import { hiddenNotFound } from '../hidden-not-found.js';

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
