// SPDX-License-Identifier: EUPL-1.2
import type { Router } from 'express';
import express from 'express';
import type { AuthProvider } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { CALLBACK_PATH } from '../../domain/sessions/login-addresses.js';

/** The largest body that is read, in bytes (C3). */
const BODY_LIMIT = 64_000;
/** A longer text is not a ticket (CAS 3.0 §3.1.1), and would not fit into a cookie. */
const MOST_CHARACTERS = 256;

/** POST requests to the service address: tickets in forms (CAS 3.0 §2.1.1 method), and logout messages of the SSO (§2.3.3). */
export function postedCallbackRoutes(context: HostContext, provider: AuthProvider): Router {
  const endSession = singleLogout(context, provider);
  // The body is read as bytes, whatever its type: servers declare wrong character sets, and everything here is ASCII.
  const body = express.raw({ type: () => true, limit: BODY_LIMIT });
  return express.Router().post('/', body, async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const posted = readPosted(Buffer.isBuffer(request.body) ? request.body.toString() : '');
    if ('message' in posted) {
      await endSession(posted.message);
      response.status(200).type('text').send('');
      return;
    }
    // The form comes from the site of the SSO, so the browser leaves its cookies out; it sends them on the way to our own address.
    if (posted.ticket.length <= MOST_CHARACTERS) context.loginAttempts.keepTicket(response, posted.ticket);
    response.redirect(303, CALLBACK_PATH);
  });
}

/** A message comes as a field of a form, or as the whole body (C4). */
function readPosted(body: string): { readonly ticket: string } | { readonly message: string } {
  if (body.trimStart().startsWith('<')) return { message: body.trimStart() };
  const form = new URLSearchParams(body);
  const ticket = form.get('ticket');
  return ticket === null ? { message: form.get('logoutRequest') ?? '' } : { ticket };
}

/**
 * Ends the sessions that a logout message of the SSO names (CAS 3.0 §2.3.3). The sender learns nothing: a message that names no
 * session is answered alike (§2.3.3.2).
 */
function singleLogout(
  context: Pick<HostContext, 'log' | 'loginCounts' | 'sessions'>,
  provider: AuthProvider,
): (message: string) => Promise<void> {
  const { sessions, loginCounts, log } = context;
  return async (message) => {
    const ticket = provider.readLogout(message);
    if (ticket === undefined) {
      loginCounts.singleLogouts.unreadable += 1;
      return;
    }
    const ended = await sessions.endSessions({ ticket }, 'singleLogout');
    loginCounts.singleLogouts[ended.length > 0 ? 'ended' : 'unknown'] += 1;
    // Invented tickets may arrive from anywhere: they are counted, and not logged.
    if (ended.length > 0) log.info({ ended: ended.length }, 'the SSO ended sessions');
  };
}
