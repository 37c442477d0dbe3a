// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { AuthProvider } from '../../api/auth-provider.js';
import { asError } from '../as-error.js';
import type { HostContext } from '../host-context.js';
import type { LoginAttempt, LoginAttempts } from './login-attempt.js';
import { tellLoginProblem } from './login-problem.js';

/** Sends a browser to the SSO, with what it will need when it comes back. Nobody is sent to one that is known to be gone (C17). */
export async function goToSso(
  context: HostContext,
  provider: AuthProvider,
  attempts: LoginAttempts,
  request: Request,
  response: Response,
  attempt: LoginAttempt,
): Promise<void> {
  let address: string;
  try {
    address = provider.loginUrl(attempt.kind);
  } catch (error) {
    context.log.error({ err: asError(error) }, 'the SSO does not answer');
    return tellLoginProblem(context, request, response, 'trouble', attempt.to);
  }
  attempts.begin(response, attempt);
  if (attempt.kind === 'silent') attempts.doNotAsk(response);
  response.redirect(303, address);
}
