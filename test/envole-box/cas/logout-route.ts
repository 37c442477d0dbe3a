// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import { isEoleSso } from './cas-flavour.js';
import { headerSafe, isAllowedService } from './services.js';
import { expiredSessionCookie } from './session-cookie.js';
import { postLogout } from './single-logout.js';
import { signedOutPage } from './small-pages.js';

/**
 * CAS 3.0 §2.3: ends the SSO session, tells every service that got a ticket from it, waits for their answers, and only
 * then lets the browser go: back to `service`, which EoleSSO does not know, or to a page with a link to `url` (EoleSSO,
 * LemonLDAP::NG, CAS 2.0).
 */
export async function logout(context: CasContext, { query, sessionId }: CasRequest): Promise<CasAnswer> {
  const tickets = context.tickets.closeSession(sessionId);
  context.logoutReports.push(...(await Promise.all(tickets.map((ticket) => postLogout(ticket, context.now())))));

  const headers = { 'Set-Cookie': expiredSessionCookie() };
  const service = query.get('service');
  if (service !== null && !isEoleSso(context.flavour) && isAllowedService(service, context.allowedServices)) {
    return { status: 302, headers: { ...headers, Location: headerSafe(service) } };
  }
  const url = query.get('url');
  return signedOutPage(url !== null && isAllowedService(url, context.allowedServices) ? url : undefined, headers);
}
