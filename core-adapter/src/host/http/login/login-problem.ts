// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';
import type { Request, Response } from 'express';
import type { HostContext } from '../../context/host-context.js';
import type { ErrorKind } from '../errors/error.view.js';
import { referenceOf } from '../request-log.js';
import { safeLocalPath } from '../safe-local-path.js';
import { sendError } from '../send-error.js';
import { wantsHtml } from '../wants-html.js';
import type { LoginOutcome } from '../../domain/sessions/login-counts.js';
import type { PageContext } from '../send-page.js';

/** A login that came to nothing. */
export type LoginProblem = Exclude<LoginOutcome, 'in'>;

const KINDS: Readonly<Record<LoginProblem, ErrorKind>> = {
  refused: 'ticketRefused',
  notFresh: 'notFresh',
  otherPerson: 'otherPerson',
  unknown: 'unknownPerson',
  closed: 'accountDisabled',
  givenAway: 'accountChanging',
  noSchool: 'noSchool',
  ended: 'loginEnded',
  busy: 'busy',
  trouble: 'ssoDown',
};

/** Retry delay in seconds, at random between these: users who came together must not come back together. */
const COME_BACK = [5, 16] as const;

/**
 * Redirects a browser to the page of the problem, which has an address of its own: the current address holds the ticket, which may
 * still be valid (C14). A program gets the error at once.
 */
export async function redirectToLoginProblem(
  context: PageContext & Pick<HostContext, 'loginCounts'>,
  request: Request,
  response: Response,
  problem: LoginProblem,
  to: string,
): Promise<void> {
  context.loginCounts.logins[problem] += 1;
  if (!wantsHtml(request)) return sendError(context, request, response, KINDS[problem], waitFor(problem));
  const query = new URLSearchParams({ problem, to, reference: referenceOf(request) });
  response.redirect(303, `/login?${query.toString()}`);
}

/** The page of the problem that an address names; false when it names none. */
export async function showLoginProblem(context: PageContext, request: Request, response: Response): Promise<boolean> {
  const { problem, to, reference } = request.query;
  if (typeof problem !== 'string' || !Object.hasOwn(KINDS, problem)) return false;
  const again = {
    to: safeLocalPath(to, context.settings.server.publicUrl),
    ...(problem === 'notFresh' && { renew: 'true' }),
  };
  const login = `/login?${new URLSearchParams(again).toString()}`;
  await sendError(context, request, response, KINDS[problem as LoginProblem], {
    loginUrl: login,
    ...(isReference(reference) && { reference }),
    ...waitFor(problem),
  });
  return true;
}

function waitFor(problem: string): { readonly retryAfter?: number } {
  return problem === 'busy' ? { retryAfter: randomInt(...COME_BACK) } : {};
}

/** The form of a reference of `requestLog`: other text in the address is not shown. */
function isReference(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}$/.test(text);
}
