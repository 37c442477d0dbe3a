// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { sendError } from '../send-error.js';
import { callbackRoutes } from './callback.routes.js';
import { grantRoutes } from './grant.routes.js';
import { CALLBACK_PATH, GRANT_PATH } from '../../domain/sessions/login-addresses.js';
import { beginLoginRoutes } from './begin-login.routes.js';
import { logoutRoutes } from './logout.routes.js';
import { postedCallbackRoutes } from './posted-callback.routes.js';

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
