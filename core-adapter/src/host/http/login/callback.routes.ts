// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import passportModule from 'passport';
import { BusyError } from '../../../api/errors.js';
import type { AuthProvider } from '../../../api/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { clientNetwork } from '../../infra/util/client-network.js';
import { visitorOf } from '../visitor.js';
import { AttemptLedger } from './attempt-ledger.js';
import { openSession } from './open-session.js';
import { goToSso } from './go-to-sso.js';
import { judgeTicket } from './judge-ticket.js';
import { newAttempt, type LoginAttempt } from '../../domain/sessions/login-attempt.js';
import { tellLoginProblem, type LoginProblem } from './login-problem.js';

const STRATEGY = 'sso';
/** A refused ticket starts one fresh login; a second refusal ends on a page. */
const MOST_REFUSALS = 1;

/** The attempt of another service, for a person that began no login in a browser here. */
const brought = (): LoginAttempt => ({ ...newAttempt({ to: '/', kind: 'usual' }), refusals: MOST_REFUSALS });

/** The one service address of the SSO: browsers come back to it with a ticket in the address, or in a cookie that was posted there. */
export function callbackRoutes(context: HostContext, provider: AuthProvider): Router {
  const { loginAttempts: attempts } = context;
  const ledger = new AttemptLedger();
  const router = express.Router();
  const passport = new passportModule.Passport();
  passport.use(STRATEGY, provider.strategy);

  // A GET would spend the ticket; HEAD requests only check that the page exists.
  router.head('/', (_request, response) => response.redirect(303, '/login'));

  router.get('/', async (request, response) => {
    // CAS 3.0 Appendix B.
    response.set('Cache-Control', 'no-store');
    const kept = attempts.takeTicket(request, response);
    const ticket = request.query['ticket'] ?? kept;
    const attempt = attempts.read(request) ?? (isBrought(request, ticket) ? brought() : undefined);
    // C9: the back button of a signed-in user brings a used ticket.
    if (!attempt) return response.redirect(303, visitorOf(request).person ? '/' : '/login?cookie=set');
    // CAS 3.0 §2.1.1 gateway: the SSO has no session.
    if (attempt.kind === 'silent' && ticket === undefined) return goOn(response, attempt);

    const asked = request.query['ticket'] === undefined && kept !== undefined ? withTicket(request, kept) : request;
    const isDone = await ledger.judgeAlone(attempt.id, () => showTicket(request, response, attempt, asked));
    if (!isDone) await answerAgain(request, response, attempt);
  });

  /** @param asked the request with the ticket in its address */
  async function showTicket(
    request: Request,
    response: Response,
    attempt: LoginAttempt,
    asked: Request,
  ): Promise<void> {
    const fresh = attempt.kind === 'fresh';
    const client = { network: clientNetwork(request), hadRefusal: ledger.hadRefusal(attempt.id) };
    const judgement = await judgeTicket(passport, STRATEGY, asked, response, { fresh, client });
    if ('refused' in judgement) return refuse(request, response, attempt, judgement.refused);
    const problem =
      'trouble' in judgement
        ? tellTrouble(judgement.trouble)
        : await openSession(context, request, judgement.identity, fresh ? attempt.personId : undefined);
    if (problem) return giveUp(request, response, attempt, problem);
    context.loginCounts.logins.in += 1;
    ledger.end(attempt.id, 'in');
    const { uai } = request.session;
    // `/` would only lead there.
    goOn(response, attempt.to === '/' && uai !== undefined ? { ...attempt, to: `/s/${uai}/` } : attempt);
  }

  /**
   * Answers a second callback of an attempt: a double click, a reload, another tab. A browser that got the session of the first one is
   * led to its page; any other begins anew.
   */
  async function answerAgain(request: Request, response: Response, attempt: LoginAttempt): Promise<void> {
    const outcome = ledger.outcomeOf(attempt.id);
    if (outcome !== undefined && outcome !== 'in') return giveUp(request, response, attempt, outcome);
    // The page behind a fresh login asks for one by itself, if the browser did not get that session.
    const { kind, to } = attempt;
    response.redirect(303, kind === 'usual' ? `/login?${new URLSearchParams({ to }).toString()}` : to);
  }

  function goOn(response: Response, { to }: LoginAttempt): void {
    attempts.end(response);
    response.redirect(303, to);
  }

  function refuse(request: Request, response: Response, attempt: LoginAttempt, reason: string): Promise<void> {
    context.log.warn({ reason, login: attempt.kind }, 'a ticket was refused');
    ledger.noteRefusal(attempt.id);
    const isOver = ledger.outcomeOf(attempt.id) !== undefined;
    if (!isOver && attempt.refusals < MOST_REFUSALS && attempt.kind !== 'silent') {
      const again = { ...attempt, refusals: attempt.refusals + 1 };
      return goToSso(context, provider, request, response, again);
    }
    if (attempt.kind !== 'fresh') return giveUp(request, response, attempt, 'refused');
    context.log.error(
      { reason },
      'the SSO gives no fresh login; if it never does, write "renew: false" in its settings',
    );
    return giveUp(request, response, attempt, 'notFresh');
  }

  async function giveUp(
    request: Request,
    response: Response,
    attempt: LoginAttempt,
    problem: LoginProblem,
  ): Promise<void> {
    ledger.end(attempt.id, problem);
    // The requested page is public: it must not depend on the SSO, nor on the user's account there.
    if (attempt.kind === 'silent') return goOn(response, attempt);
    attempts.end(response);
    return tellLoginProblem(context, request, response, problem, attempt.to);
  }

  function tellTrouble(trouble: Error): LoginProblem {
    if (trouble instanceof BusyError) {
      context.log.warn({ reason: trouble.message }, 'a login was turned away');
      return 'busy';
    }
    context.log.error({ err: trouble }, 'the SSO could not be asked');
    return 'trouble';
  }

  /** C16: never a browser, since another person could have planted the address in it. */
  function isBrought(request: Request, ticket: unknown): boolean {
    return !isBrowser(request) && provider.isBroughtByService?.(ticket) === true;
  }

  return router;
}

/** Programs on Node.js send `Sec-Fetch-Mode` too. Over plain HTTP browsers omit `Sec-Fetch-Site`, but not their `User-Agent`. */
function isBrowser(request: Request): boolean {
  return request.get('Sec-Fetch-Site') !== undefined || request.get('User-Agent')?.startsWith('Mozilla/') === true;
}

/** The request as if the ticket stood in its address: it does not, so that it stays out of histories and logs. */
function withTicket(request: Request, ticket: string): Request {
  return Object.create(request, { query: { value: { ticket } } }) as Request;
}
