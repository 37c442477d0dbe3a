// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response, RequestHandler } from 'express';
import type { AuthenticateCallback } from 'passport';
import passportModule from 'passport';
import type { AuthProvider, Identity, TicketClient } from '../../../api/login/auth-provider.js';
import { BusyError } from '../../../api/errors.js';
import type { Log } from '../../../api/log.js';
import type { HostContext } from '../../context/host-context.js';
import type { LoginAttempt } from '../../domain/sessions/login-attempt.js';
import { clientNetwork } from '../../infra/util/client-network.js';
import { AttemptLedger } from './attempt-ledger.js';
import { goToSso, type LoginPageContext } from './go-to-sso.js';
import { redirectToLoginProblem, type LoginProblem } from './login-problem.js';
import { openSession, type SessionContext } from './open-session.js';
import { errorText } from '../../infra/util/error-text.js';

const STRATEGY = 'sso';
/** The number of times that a login begins again after a refused ticket; the next refusal ends on a page. */
export const MOST_RETRIES = 1;

/** The parts that all callbacks of one host share. */
export interface Callback {
  readonly context: LoginPageContext & SessionContext & Pick<HostContext, 'lastPerson'>;
  readonly provider: AuthProvider;
  readonly ledger: AttemptLedger;
  readonly passport: Authenticator;
}

/** One request to the service address, with the login attempt that it belongs to. */
export interface CallbackRequest {
  readonly request: Request;
  readonly response: Response;
  readonly attempt: LoginAttempt;
}

export function createCallback(context: Callback['context'], provider: AuthProvider): Callback {
  const passport = new passportModule.Passport();
  passport.use(STRATEGY, provider.strategy);
  return { context, provider, ledger: new AttemptLedger(), passport };
}

/**
 * Validates the ticket of a callback and answers it, one callback of an attempt at a time.
 * @param asked the request with the ticket in its address
 */
export async function answerCallback(callback: Callback, login: CallbackRequest, asked: Request): Promise<void> {
  const isDone = await callback.ledger.judgeAlone(login.attempt.id, () => showTicket(callback, login, asked));
  if (!isDone) await answerAgain(callback, login);
}

export function goOn({ context }: Callback, { response, attempt }: CallbackRequest, to = attempt.to): void {
  context.loginAttempts.end(response);
  response.redirect(303, to);
}

async function showTicket(callback: Callback, login: CallbackRequest, asked: Request): Promise<void> {
  const { context, ledger, passport } = callback;
  const { request, response, attempt } = login;
  const fresh = attempt.kind === 'renew';
  const client = { network: clientNetwork(request), hadRefusal: ledger.hadRefusal(attempt.id) };
  const judgement = await validateTicket(passport, STRATEGY, asked, response, { fresh, client });
  if ('refused' in judgement) return refuse(callback, login, judgement.refused);
  const problem =
    'trouble' in judgement
      ? problemOf(context.log, judgement.trouble)
      : await openSession(context, request, judgement.identity, fresh ? attempt.personId : undefined);
  if (problem) return giveUp(callback, login, problem);
  context.loginCounts.logins.in += 1;
  ledger.end(attempt.id, 'in');
  const { uai, personId } = request.session;
  if (personId !== undefined) context.lastPerson.note(response, personId);
  // `/` would only redirect there.
  goOn(callback, login, attempt.to === '/' && uai !== undefined ? `/s/${uai}/` : attempt.to);
}

/**
 * Answers a second callback of an attempt: a double click, a reload, another tab. A browser that got the session of the first one is
 * redirected to its page; any other begins anew.
 */
async function answerAgain(callback: Callback, login: CallbackRequest): Promise<void> {
  const { response, attempt } = login;
  const outcome = callback.ledger.outcomeOf(attempt.id);
  if (outcome !== undefined && outcome !== 'in') return giveUp(callback, login, outcome);
  // The page behind a fresh login asks for one by itself, if the browser did not get that session.
  const { kind, to } = attempt;
  response.redirect(303, kind === 'default' ? `/login?${new URLSearchParams({ to }).toString()}` : to);
}

function refuse(callback: Callback, login: CallbackRequest, reason: string): Promise<void> {
  const { context, provider, ledger } = callback;
  const { request, response, attempt } = login;
  context.log.warn({ reason, login: attempt.kind }, 'a ticket was refused');
  ledger.noteRefusal(attempt.id);
  const isOver = ledger.outcomeOf(attempt.id) !== undefined;
  if (!isOver && attempt.refusals < MOST_RETRIES && attempt.kind !== 'gateway') {
    const again = { ...attempt, refusals: attempt.refusals + 1 };
    return goToSso(context, provider, request, response, again);
  }
  if (attempt.kind !== 'renew') return giveUp(callback, login, 'refused');
  context.log.error({ reason }, 'the SSO did not honour renew; if it never does, write "renew: false" in its settings');
  return giveUp(callback, login, 'notFresh');
}

async function giveUp(callback: Callback, login: CallbackRequest, problem: LoginProblem): Promise<void> {
  const { context, ledger } = callback;
  const { request, response, attempt } = login;
  ledger.end(attempt.id, problem);
  // The requested page is public: it must not depend on the SSO, nor on the user's account there.
  if (attempt.kind === 'gateway') return goOn(callback, login);
  context.loginAttempts.end(response);
  return redirectToLoginProblem(context, request, response, problem, attempt.to);
}

/** Logs an error of the SSO, and names the problem for the user. */
function problemOf(log: Log, trouble: Error): LoginProblem {
  if (trouble instanceof BusyError) {
    log.warn({ reason: errorText(trouble) }, 'a login was rejected');
    return 'busy';
  }
  log.error({ err: trouble }, 'the SSO could not be asked');
  return 'trouble';
}

/** The SSO's answer to a request that came back from it. */
type TicketOutcome = { readonly identity: Identity } | { readonly refused: string } | { readonly trouble: Error };

/** A passport of one host: the module's own is global, and two hosts may run in one process. */
type Authenticator = InstanceType<typeof passportModule.Passport>;

/** The options that the strategy receives beside the request. */
interface ValidateTicketOptions {
  /** Accept only a login for which the password was just typed. */
  readonly fresh: boolean;
  readonly client: TicketClient;
}

/** Asks the strategy through passport, and turns its three ways of answering into one value. */
function validateTicket(
  authenticator: Authenticator,
  strategy: string,
  request: Request,
  response: Response,
  asked: ValidateTicketOptions,
): Promise<TicketOutcome> {
  return new Promise((resolve, reject) => {
    const answer: AuthenticateCallback = (error: unknown, user, info) => {
      if (error) resolve({ trouble: error instanceof Error ? error : new Error(String(error)) });
      else if (user) resolve({ identity: user as unknown as Identity });
      else resolve({ refused: String(info ?? 'refused') });
    };
    const options = { session: false, ...asked };
    const middleware = authenticator.authenticate(strategy, options, answer) as RequestHandler;
    void middleware(request, response, reject);
  });
}
