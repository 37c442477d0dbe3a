// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import { loginPage } from './login-page.js';
import { headerSafe, isAllowedService, withQuery } from './services.js';
import { sessionCookie } from './session-cookie.js';
import { signedInPage, unknownServicePage } from './small-pages.js';
import { html } from './html.js';
import { page } from './page.js';

/** CAS 3.0 §2.1, the credential requestor. */
export function showLogin(context: CasContext, { query, sessionId }: CasRequest): CasAnswer {
  const service = query.get('service') ?? undefined;
  if (service !== undefined && !isAllowedService(service, context.allowedServices)) return unknownServicePage();

  const method = query.get('method') ?? undefined;
  const renew = isSet(query, 'renew');
  const session = context.tickets.session(sessionId);
  if (session && !renew) {
    if (service === undefined) return signedInPage(session.account);
    const ticket = context.tickets.issue(session, service, false);
    return method === 'POST' ? ticketPage(service, ticket.id) : redirect(302, withTicket(service, ticket.id));
  }
  // CAS 3.0 §2.1.1: with `renew`, `gateway` counts for nothing; without a session, no question is asked and no ticket given.
  if (service !== undefined && isSet(query, 'gateway') && !renew) return redirect(302, service);
  return loginPage({ accounts: context.accounts, service, method });
}

/** CAS 3.0 §2.2, the credential acceptor: choosing a name is enough. */
export function acceptLogin(context: CasContext, { form, sessionId }: CasRequest): CasAnswer {
  const service = form.get('service') ?? undefined;
  if (service !== undefined && !isAllowedService(service, context.allowedServices)) return unknownServicePage();

  const method = form.get('method') ?? undefined;
  const account = context.accounts.find(({ login }) => login === form.get('login'));
  if (!account) {
    const problem = 'Cette personne n’est pas dans l’annuaire. Choisissez-en une autre.';
    return loginPage({ accounts: context.accounts, service, method, problem });
  }
  const known = context.tickets.session(sessionId);
  const session = known?.account === account ? known : context.tickets.openSession(account);
  const headers = { 'Set-Cookie': sessionCookie(session.id) };
  if (service === undefined) return redirect(303, '/login', headers);
  const ticket = context.tickets.issue(session, service, true);
  if (method === 'POST') return ticketPage(service, ticket.id, headers);
  return redirect(303, withTicket(service, ticket.id), headers);
}

// CAS 3.0 §2.1.1: any value counts, `true` is recommended.
function isSet(query: URLSearchParams, name: string): boolean {
  return query.has(name) && query.get(name) !== 'false';
}

function withTicket(service: string, ticket: string): string {
  return withQuery(service, `ticket=${ticket}`);
}

function redirect(status: 302 | 303, address: string, headers: Record<string, string> = {}): CasAnswer {
  return { status, headers: { ...headers, Location: headerSafe(address) } };
}

/** CAS 3.0 §2.1.1, `method=POST`: a form that carries the ticket to the service by itself, or by its button. */
function ticketPage(service: string, ticket: string, headers: Record<string, string> = {}): CasAnswer {
  return page({
    title: 'Retour au service (ENVOLE d’essai)',
    service,
    script: '/assets/continue.js',
    headers,
    main: html`<h1>Session ouverte</h1>
      <p class="lead">Encore un pas&nbsp;: le service attend de savoir qui vous êtes.</p>
      <form method="post" action="${service}">
        <input type="hidden" name="ticket" value="${ticket}" />
        <p><button class="button">Continuer</button></p>
      </form>`,
  });
}
