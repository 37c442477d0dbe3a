// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { AuthProvider, LoginKind } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { safeLocalPath } from '../safe-local-path.js';
import { sendError } from '../send-error.js';
import { visitorOf } from '../visitor.js';
import { goToSso } from './go-to-sso.js';
import { newAttempt } from '../../domain/sessions/login-attempt.js';
import { showLoginProblem } from './login-problem.js';

/**
 * `/login?to=PATH` redirects to the SSO. `renew=true` requires the password again; `gateway=true` shows no page, and logs in only
 * users that the SSO already knows (CAS 3.0 §2.1.1). With both, `renew` counts.
 */
export function beginLoginRoutes(context: HostContext, provider: AuthProvider): Router {
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
