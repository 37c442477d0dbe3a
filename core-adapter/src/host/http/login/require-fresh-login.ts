// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { AHEAD } from '../../domain/sessions/find-session.js';
import { tokenOf } from '../token-gate.js';
import { showKeptForm, type KeptFormContext } from '../kept-forms/show-kept-form.js';
import { pathAfterLogin, isReading } from '../path-after-login.js';
import { sendError } from '../send-error.js';
import { wantsHtml } from '../wants-html.js';

/** The services that know when a password was last checked, and how long that counts. */
type FreshLoginContext = Pick<HostContext, 'authProvider' | 'clock' | 'settings'>;

/**
 * Requires a recent password check, and otherwise starts one (CAS 3.0 §2.1.1 renew). With an SSO that does not support `renew` every
 * session passes; a token never does, since it proves no password. Mount after `requirePerson`.
 */
export function requireFreshLogin(context: KeptFormContext & FreshLoginContext): RequestHandler {
  return async (request, response, next) => {
    if (!tokenOf(request) && isFreshEnough(context, request)) return next();
    if (!wantsHtml(request)) return sendError(context, request, response, 'notFresh');
    if (await showKeptForm(context, request, response, 'fresh')) return;
    const to = pathAfterLogin(request, context.settings.server.publicUrl);
    response.redirect(303, `/login?${new URLSearchParams({ renew: 'true', to }).toString()}`);
  };
}

/**
 * The instant at which the user of the session last typed their password. Undefined when no password was typed, with an SSO that does
 * not support `renew`, and for a token.
 */
export function authenticatedAt(
  { authProvider }: Pick<HostContext, 'authProvider'>,
  request: Request,
): Date | undefined {
  const provenAt = authProvider?.supportsRenew && !tokenOf(request) ? request.session.provenAt : undefined;
  return provenAt === undefined ? undefined : new Date(provenAt);
}

/** A form is accepted for twice as long as its page, so that a password prompt does not lose typed text. */
function isFreshEnough({ authProvider, settings, clock }: FreshLoginContext, request: Request): boolean {
  if (!authProvider?.supportsRenew) return true;
  const limit = settings.session.fresh * (isReading(request) ? 1 : 2);
  const age = clock.now().getTime() - (request.session.provenAt ?? 0);
  return age >= -AHEAD && age <= limit;
}
