// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { sendError } from '../send-error.js';
import { visitorOf } from '../visitor.js';
import { sessionCookie } from '../../domain/sessions/host-cookies.js';

/** `/logout` ends the session here and sends the browser to end that of the SSO; `/logged-out` says goodbye. */
export function logoutRoutes(context: HostContext, provider: AuthProvider | undefined): Router {
  const router = express.Router();
  const cookie = sessionCookie(context.settings.server.publicUrl);
  const goodbye = new URL('/logged-out', context.settings.server.publicUrl).href;

  async function leave(request: Request, response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error?: unknown) => (error ? reject(error) : resolve()));
    });
    forgetDevice(response);
    // With the cookie, `recogniseSilently` would ask the SSO to log this browser in again.
    response.clearCookie(cookie.name, cookie.options);
    context.lastPerson.forget(response);
    response.redirect(303, provider ? provider.logoutUrl(goodbye) : goodbye);
  }

  router.post('/logout', leave);
  // HEAD requests check that a page exists: they must not end the session.
  router.head('/logout', (_request, response) => response.redirect(303, '/account'));
  // An address typed by hand logs out; a link or an image on another site must not (P6).
  router.get('/logout', (request, response) =>
    /^(cross|same)-site$/.test(request.get('Sec-Fetch-Site') ?? '')
      ? response.redirect(303, '/account')
      : leave(request, response),
  );
  // A user with an active session, in another tab or again, must not read that they are logged out.
  router.get('/logged-out', (request, response) => {
    if (visitorOf(request).person) return response.redirect(303, '/');
    // The device forgets texts once more: a page that was open at the logout may have kept a text since. An image on another site comes
    // without the session cookie.
    if ((request.get('Sec-Fetch-Dest') ?? 'document') === 'document') forgetDevice(response);
    return sendError(context, request, response, 'loggedOut');
  });
  return router;
}

/** Tells the browser to delete the texts that pages have kept on the device, so that the next person at a shared computer finds none. */
function forgetDevice(response: Response): void {
  response.set('Clear-Site-Data', '"storage"');
}
