// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import passportModule from 'passport';
import { BusyError } from '../../api/errors.js';
import type { AuthProvider } from '../../api/auth-provider.js';
import type { HostContext } from '../host-context.js';
import { visitorOf } from '../web/visitor.js';
import { comeIn } from './come-in.js';
import { goToSso } from './go-to-sso.js';
import { judgeTicket, type Judgement } from './judge-ticket.js';
import { CALLBACK_PATH } from './login-addresses.js';
import type { LoginAttempt, LoginAttempts } from './login-attempt.js';
import { tellLoginProblem } from './login-problem.js';

const STRATEGY = 'sso';
/** A refused ticket starts one fresh login; a second refusal ends on a page. */
const MOST_REFUSALS = 1;
/** The largest form that is read, in bytes (C3). */
const FORM_LIMIT = 64_000;

/** What another service wants with a person for whom no browser of ours began a login. */
const BROUGHT: LoginAttempt = { to: '/', kind: 'usual', refusals: MOST_REFUSALS };

/**
 * The one service address of the SSO: browsers come back to it with a ticket, in the address or in a form (CAS 3.0 §2.1.1 method),
 * and the SSO posts its logout messages to it (§2.3.3).
 * @param endSession takes the body of such a message
 */
export function callbackRoutes(
  context: HostContext,
  provider: AuthProvider,
  attempts: LoginAttempts,
  endSession: (body: string) => Promise<void>,
): Router {
  const router = express.Router();
  const passport = new passportModule.Passport();
  passport.use(STRATEGY, provider.strategy);

  router.get(CALLBACK_PATH, async (request, response) => {
    // CAS 3.0 Appendix B.
    response.set('Cache-Control', 'no-store');
    const kept = attempts.takeTicket(request, response);
    const ticket = kept ?? request.query['ticket'];
    const attempt = attempts.read(request) ?? (isBrought(request, ticket) ? BROUGHT : undefined);
    if (!attempt) {
      // C9: the back button brings a used ticket to somebody who is in already.
      return response.redirect(303, visitorOf(request).person ? '/' : '/login?cookie=set');
    }
    if (attempt.kind === 'silent' && ticket === undefined) {
      // CAS 3.0 §2.1.1 gateway: the SSO knows nobody. C12: nothing asks again.
      attempts.end(response);
      return response.redirect(303, attempt.to);
    }
    const asked = kept === undefined ? request : withTicket(request, kept);
    const fresh = attempt.kind === 'fresh';
    await follow(request, response, attempt, await judgeTicket(passport, STRATEGY, asked, response, { fresh }));
  });

  async function follow(
    request: Request,
    response: Response,
    attempt: LoginAttempt,
    judgement: Judgement,
  ): Promise<void> {
    const { log } = context;
    if ('trouble' in judgement) {
      attempts.end(response);
      if (judgement.trouble instanceof BusyError) {
        log.warn({ reason: judgement.trouble.message }, 'a login was turned away');
        return tellLoginProblem(context, request, response, 'busy', attempt.to);
      }
      log.error({ err: judgement.trouble }, 'the SSO could not be asked');
      return tellLoginProblem(context, request, response, 'trouble', attempt.to);
    }
    if ('refused' in judgement) {
      log.warn({ reason: judgement.refused }, 'a ticket was refused');
      if (attempt.refusals < MOST_REFUSALS) {
        const again = { ...attempt, refusals: attempt.refusals + 1 };
        return goToSso(context, provider, attempts, request, response, again);
      }
      attempts.end(response);
      return tellLoginProblem(context, request, response, 'refused', attempt.to);
    }
    attempts.end(response);
    await comeIn(context, request, response, judgement.identity, attempt.to);
  }

  /** C16: never a browser, in which somebody else could have planted the address. */
  function isBrought(request: Request, ticket: unknown): boolean {
    return request.get('Sec-Fetch-Mode') === undefined && provider.isBroughtByService?.(ticket) === true;
  }

  const body = express.text({ type: () => true, limit: FORM_LIMIT });
  router.post(CALLBACK_PATH, body, async (request, response) => {
    const text = typeof request.body === 'string' ? request.body : '';
    const ticket = text.trimStart().startsWith('<') ? null : new URLSearchParams(text).get('ticket');
    response.set('Cache-Control', 'no-store');
    if (ticket === null) {
      await endSession(text);
      response.status(200).type('text').send('');
      return;
    }
    // The form comes from the site of the SSO, so the browser leaves its cookies out; to our own address it brings them.
    attempts.keepTicket(response, ticket);
    response.redirect(303, CALLBACK_PATH);
  });

  return router;
}

/** The request as if the ticket stood in its address: it does not, so that it stays out of histories and logs. */
function withTicket(request: Request, ticket: string): Request {
  return Object.create(request, { query: { value: { ticket } } }) as Request;
}
