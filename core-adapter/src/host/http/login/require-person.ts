// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { goToSso, type LoginPageContext } from './go-to-sso.js';
import { newAttempt } from '../../domain/sessions/login-attempt.js';
import { inviteToken } from '../token-gate.js';
import { isBackground } from '../background-request.js';
import { showKeptForm, type KeptFormContext } from '../kept-forms/show-kept-form.js';
import { pathAfterLogin } from '../path-after-login.js';
import { sendError } from '../send-error.js';
import { wantsHtml } from '../wants-html.js';
import { visitorOf } from '../visitor.js';

/** A browser goes to the SSO and comes back to the page it asked for; a sent form is kept; a program gets a 401. */
export function requirePerson(
  context: KeptFormContext & LoginPageContext & Pick<HostContext, 'authProvider'>,
): RequestHandler {
  const { authProvider: provider, settings } = context;
  const { publicUrl } = settings.server;
  return async (request, response, next) => {
    if (visitorOf(request).person) return next();
    if (!wantsHtml(request) || isBackground(request)) {
      inviteToken(request, response);
      return sendError(context, request, response, 'loginNeeded');
    }
    if (await showKeptForm(context, request, response, 'ended')) return;
    const to = pathAfterLogin(request, publicUrl);
    if (!provider) return response.redirect(303, `/login?${new URLSearchParams({ to }).toString()}`);
    return goToSso(context, provider, request, response, newAttempt({ to, kind: 'default' }));
  };
}
