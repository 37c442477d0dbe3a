// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { errorText } from '../../infra/util/error-text.js';
import type { LoginAttempt } from '../../domain/sessions/login-attempt.js';
import { redirectToLoginProblem } from './login-problem.js';
import type { PageContext } from '../send-page.js';

/** The services of a login before the redirect to the SSO, and of the page that explains a refusal. */
export type LoginPageContext = PageContext & Pick<HostContext, 'log' | 'loginAttempts' | 'loginCounts'>;

/**
 * Sends a browser to the SSO, with the state that it needs when it comes back. No browser is sent to an SSO that is known to be down (C17).
 */
export async function goToSso(
  context: LoginPageContext,
  provider: AuthProvider,
  request: Request,
  response: Response,
  attempt: LoginAttempt,
): Promise<void> {
  const { loginAttempts, log } = context;
  const isSilent = attempt.kind === 'gateway';
  if (isSilent) loginAttempts.doNotAsk(response);
  let address: string;
  try {
    address = provider.loginUrl(attempt.kind);
  } catch (error) {
    log.warn({ reason: errorText(error) }, 'no browser is redirected to the SSO');
    // A public page must not depend on the SSO.
    return isSilent
      ? response.redirect(303, attempt.to)
      : redirectToLoginProblem(context, request, response, 'trouble', attempt.to);
  }
  loginAttempts.begin(response, attempt);
  response.redirect(303, address);
}
