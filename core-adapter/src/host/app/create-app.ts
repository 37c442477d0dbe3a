// SPDX-License-Identifier: EUPL-1.2
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import session from 'express-session';
import { accountRoutes } from '../pages/account/account.routes.js';
import { meRoutes } from '../pages/api/me.routes.js';
import { schoolBricksRoutes } from '../pages/school/school-bricks.routes.js';
import { standInsRoutes } from '../pages/school/stand-ins/stand-ins.routes.js';
import { wordRoutes } from '../pages/school/stand-ins/word.routes.js';
import { formerSchoolRoutes } from '../pages/former-school/former-school.routes.js';
import { helpRoutes } from '../pages/help/help.routes.js';
import type { HostContext } from '../context/host-context.js';
import { CALLBACK_PATH } from '../domain/sessions/login-addresses.js';
import { spareIdleSessions } from '../http/background-request.js';
import { bindKeptForms } from '../http/kept-forms/bind-kept-forms.js';
import { forgetSent } from '../http/kept-texts/forget-sent.js';
import { keptTextsRoutes } from '../http/kept-texts/kept-texts.routes.js';
import { noteTypedIn } from '../http/typed-in.js';
import { liveRoutes } from '../http/live/live.routes.js';
import { notePosition } from '../http/live-module.js';
import { loginRoutes } from '../http/login/login.routes.js';
import { measureRequests } from './metrics/measure-requests.js';
import { createMetrics } from './metrics/metrics.js';
import { metricsRoutes } from './metrics/metrics.routes.js';
import { operatorRoutes } from '../pages/operator/operator.routes.js';
import { ownDataRoutes } from '../pages/own-data/own-data.routes.js';
import { platformRoutes } from '../pages/platform/platform.routes.js';
import { portalRoutes } from '../pages/portal/portal.routes.js';
import { sessionCookie } from '../domain/sessions/host-cookies.js';
import { isTokenCall, keepWithinScope, recogniseToken } from '../http/token-gate.js';
import { tokensRoutes } from '../pages/account/tokens.routes.js';
import { healthRoutes } from '../http/health.routes.js';
import { requestLog } from '../http/request-log.js';
import { refuseOtherOrigins } from '../http/request-origin.js';
import { securityHeaders } from '../http/security-headers.js';
import { answerErrors, notFound } from '../http/send-error.js';
import { serveBricks } from '../http/bricks/serve-brick.js';
import { recogniseVisitor } from '../http/visitor.js';

/**
 * Builds the web application. The order of its parts matters for security: nothing after the check of the origin runs for a request from
 * another site.
 */
export function createApp(context: HostContext): Express {
  const { settings, log, assets, authProvider, bricks, inFlightResponses, live } = context;
  const { publicUrl, trustProxy } = settings.server;
  const app = express();
  app.set('trust proxy', trustProxy);
  app.disable('x-powered-by');
  beAsSecureAs(publicUrl, app);

  const metrics = createMetrics(context);
  app.use(requestLog(log), measureRequests(metrics, bricks));
  app.use(securityHeaders(publicUrl, authProvider?.origin));
  app.use(healthRoutes(context), metricsRoutes(metrics, settings.metrics.token));
  app.use(compression());
  app.use('/assets', assets.router);

  const sameOrigin = refuseOtherOrigins(publicUrl.origin);
  // The SSO posts logout messages from its own server, and tickets from its own pages (CAS 3.0 §2.3.3, §2.1.1 method).
  app.use((request, response, next) =>
    request.path === CALLBACK_PATH || isTokenCall(request) ? next() : sameOrigin(request, response, next),
  );
  app.use(recogniseToken(context.tokens), sessions(context), spareIdleSessions(context.sessions));
  app.use(inFlightResponses.note, notePosition(live));
  app.use(recogniseVisitor(context), keepWithinScope, noteTypedIn, bindKeptForms(context));
  app.use(forgetSent(context));

  app.use(loginRoutes(context));
  app.use(liveRoutes(context));
  app.use(keptTextsRoutes(context));
  app.use(meRoutes(context));
  app.use(accountRoutes(context));
  app.use(helpRoutes(context));
  app.use(operatorRoutes(context));
  app.use(ownDataRoutes(context));
  app.use(formerSchoolRoutes(context));
  app.use(tokensRoutes(context));
  app.use(schoolBricksRoutes(context));
  app.use(standInsRoutes(context));
  app.use(wordRoutes(context));
  app.use(platformRoutes(context));
  app.use('/s/:uai/:brick', serveBricks(context));
  app.use(portalRoutes(context));
  app.use(notFound);
  app.use(answerErrors(context));
  return app;
}

/**
 * Treats every request as secure when the public address is HTTPS. Headers of proxies may be wrong, and a cookie that the browser drops
 * would cause a login loop.
 */
function beAsSecureAs(publicUrl: URL, app: Express): void {
  // The property stands on the prototype of requests: changing each request would make all work with it slower.
  Object.defineProperty(app.request, 'secure', { value: publicUrl.protocol === 'https:' });
}

function sessions({ settings, sessions: store }: Pick<HostContext, 'sessions' | 'settings'>): RequestHandler {
  const { name, options } = sessionCookie(settings.server.publicUrl);
  return session({
    name,
    secret: settings.session.secret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: options,
  });
}
