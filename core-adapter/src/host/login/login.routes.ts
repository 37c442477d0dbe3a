// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import passportModule from 'passport';
import type { AuthProvider, Identity } from '../../api/auth-provider.js';
import type { HostContext } from '../host-context.js';
import { returnPath } from '../web/return-path.js';
import { sendError } from '../web/send-error.js';
import { visitorOf } from '../web/visitor.js';
import { judgeTicket } from './judge-ticket.js';
import { loginAttempts, type LoginAttempt } from './login-attempt.js';

const STRATEGY = 'sso';
/** A refused ticket starts one fresh login; a second refusal ends on a page. */
const MOST_REFUSALS = 1;
/** The largest logout message that is read, in bytes (C3). */
const LOGOUT_LIMIT = 64_000;

/** `/login`, `/logout` and the callback. Who comes in is the directory's word; nothing is ever created here. */
export function loginRoutes(context: HostContext): Router {
  const router = express.Router();
  const { authProvider: provider } = context;
  if (!provider) {
    router.use(['/login', '/cas/callback'], (request, response) => sendError(context, request, response, 'ssoDown'));
  } else {
    addLogin(router, context, provider);
    addSingleLogout(router, context, provider);
  }
  addLogout(router, context, provider);
  return router;
}

function addLogin(router: Router, context: HostContext, provider: AuthProvider): void {
  const { settings, clock, log } = context;
  const attempts = loginAttempts(settings, clock);
  const passport = new passportModule.Passport();
  passport.use(STRATEGY, provider.strategy);

  function startLogin(response: Response, attempt: LoginAttempt): void {
    attempts.begin(response, attempt);
    response.redirect(303, provider.loginUrl());
  }

  router.get('/login', (request, response) => {
    const to = returnPath(request.query['to'], settings.server.publicUrl);
    if (visitorOf(request).person) return response.redirect(303, to);
    // Somebody came back without the cookie: see that this browser keeps one before sending him round again.
    if (request.query['cookie'] === 'set') {
      attempts.begin(response, { to, refusals: 0 });
      return response.redirect(303, '/login?cookie=check');
    }
    if (request.query['cookie'] === 'check') {
      const kept = attempts.read(request);
      return kept ? startLogin(response, kept) : sendError(context, request, response, 'cookiesRefused');
    }
    startLogin(response, { to, refusals: 0 });
  });

  router.get('/cas/callback', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const attempt = attempts.read(request);
    if (!attempt) {
      // C9: the back button brings a used ticket to somebody who is in already.
      return response.redirect(303, visitorOf(request).person ? '/' : '/login?cookie=set');
    }
    const judgement = await judgeTicket(passport, STRATEGY, request, response);
    if ('trouble' in judgement) {
      log.error({ err: judgement.trouble }, 'the SSO could not be asked');
      attempts.end(response);
      return sendError(context, request, response, 'ssoDown');
    }
    if ('refused' in judgement) {
      log.warn({ reason: judgement.refused }, 'a ticket was refused');
      if (attempt.refusals < MOST_REFUSALS) return startLogin(response, { ...attempt, refusals: attempt.refusals + 1 });
      attempts.end(response);
      return sendError(context, request, response, 'ticketRefused');
    }
    attempts.end(response);
    await comeIn(context, request, response, judgement.identity, attempt.to);
  });
}

async function comeIn(
  context: HostContext,
  request: Request,
  response: Response,
  { source, login, ticket }: Identity,
  to: string,
): Promise<void> {
  const { directory, sessions, log } = context;
  const person = await directory.personByLogin(source, login);
  if (!person) {
    log.warn({ source }, 'the SSO named somebody whom no directory knows');
    return sendError(context, request, response, 'unknownPerson');
  }
  if (person.disabled) return sendError(context, request, response, 'accountDisabled');
  if ((await directory.schoolsOf(person.id)).length === 0) return sendError(context, request, response, 'noSchool');

  // A new id at login: one that somebody planted before is worth nothing (session fixation).
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error?: unknown) => (error ? reject(error) : resolve()));
  });
  request.session.personId = person.id;
  if (!(await sessions.open(request.sessionID, person.id, ticket))) {
    request.session.personId = undefined;
    return sendError(context, request, response, 'loggedOut');
  }
  log.info({ person: person.id }, 'somebody logged in');
  response.redirect(303, to);
}

/** CAS 3.0 §2.3.3: the server posts who logged out, as a form field or as the whole body (C4). Always the same answer. */
function addSingleLogout(router: Router, { sessions, log }: HostContext, provider: AuthProvider): void {
  const body = express.text({ type: () => true, limit: LOGOUT_LIMIT });
  router.post('/cas/callback', body, async (request, response) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const message = text.trimStart().startsWith('<') ? text : (new URLSearchParams(text).get('logoutRequest') ?? '');
    const ticket = provider.readLogout(message);
    if (ticket !== undefined) {
      const ended = await sessions.endByTicket(ticket);
      log.info({ ended }, 'the SSO ended sessions');
    }
    response.status(200).type('text').send('');
  });
}

function addLogout(router: Router, context: HostContext, provider: AuthProvider | undefined): void {
  const goodbye = new URL('/logged-out', context.settings.server.publicUrl).href;

  async function leave(request: Request, response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error?: unknown) => (error ? reject(error) : resolve()));
    });
    response.redirect(303, provider ? provider.logoutUrl(goodbye) : goodbye);
  }

  router.post('/logout', leave);
  // An address typed by hand logs out; a link or an image on another site must not (P6).
  router.get('/logout', (request, response) =>
    /^(cross|same)-site$/.test(request.get('Sec-Fetch-Site') ?? '')
      ? response.redirect(303, '/account')
      : leave(request, response),
  );
  router.get('/logged-out', (request, response) => sendError(context, request, response, 'loggedOut'));
}
