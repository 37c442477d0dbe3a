// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';
import type { Credentials, TestLoginResult } from '@volee/core-adapter/login';
import type { CasServer } from '../protocol/cas-server.js';
import type { ExchangeOptions } from '../transport/exchange.js';
import { loginOf } from '../attributes/login-of.js';
import { isServiceTicket } from '../protocol/ticket.js';
import type { TicketValidator } from '../validation/ticket-validator.js';
import { checkForm, doubtfulAnswer, noForm, otherPage, refusedTicket, wrongPassword } from './test-login-problems.js';
import { ssoVisitor, type Landing, type SsoVisitor } from './sso-visitor.js';
import type { HtmlForm, HtmlPage } from './html-forms.js';

const TYPED = ['text', 'email', 'tel'];

export interface TestLoginOptions extends Pick<ExchangeOptions, 'timeout' | 'ca'> {
  readonly server: CasServer;
  readonly service: string;
  readonly source: string;
  readonly match: string;
  readonly validator: TicketValidator;
  /** The address to which the server delivers a grant; undefined when none is requested. */
  readonly pgtUrl?: string | undefined;
  /** Whether the ticket is to come by a form. */
  readonly byPost: boolean;
  readonly format: 'xml' | 'json';
}

/**
 * Logs in at the CAS server as a browser would, shows the ticket to the validator, and logs out again.
 * @throws DomainError in one sentence; neither the password nor a ticket is ever in it (C14)
 */
export async function testLogin(
  options: TestLoginOptions,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<TestLoginResult> {
  const { server, service, source, match, validator, pgtUrl, format, timeout, ca } = options;
  const isCallback = callbackTest(service);
  const visitor = ssoVisitor({ origin: server.origin, isCallback, timeout, ca, signal });
  const ticket = await ticketFor(credentials, { ...options, visitor, isCallback });
  try {
    const verdict = await validator.validate({ ticket, service, pgtUrl, format });
    if (!verdict.accepted) throw refusedTicket(server, verdict.code, pgtUrl);
    if (verdict.isDoubtful) throw doubtfulAnswer(server);
    const login = loginOf(verdict, match);
    return {
      user: verdict.user,
      attributes: Object.fromEntries([...verdict.attributes].map(([name, values]) => [name, values.length])),
      lookedIn: match,
      ...(login !== undefined && { identity: { source, login } }),
    };
  } finally {
    // This ends the session at the SSO; the answer does not matter any more.
    await visitor.go(new URL(server.logoutUrl(service))).catch(() => undefined);
  }
}

interface Around extends Pick<TestLoginOptions, 'server' | 'service' | 'byPost'> {
  readonly visitor: SsoVisitor;
  readonly isCallback: (url: URL) => boolean;
}

async function ticketFor(
  credentials: Credentials,
  { visitor, server, service, byPost, isCallback }: Around,
): Promise<string> {
  const first = await visitor.go(new URL(server.loginUrl(service, { byPost })));
  if (!('page' in first)) return checked(first, server);
  const form = loginFormOf(first.page);
  if (!form) throw noForm(first, server);
  checkForm(form, server);
  const landing = await visitor.go(form.action, filledIn(form, credentials));
  if (!('page' in landing)) return checked(landing, server);
  const ticket = postedTicket(landing.page, isCallback);
  if (ticket !== undefined) return checked({ back: true, ticket }, server);
  if (loginFormOf(landing.page)) throw wrongPassword(server);
  throw otherPage(landing, server);
}

function callbackTest(service: string): (url: URL) => boolean {
  const callback = new URL(service);
  return ({ origin, pathname }) => origin === callback.origin && pathname === callback.pathname;
}

function checked({ ticket }: Extract<Landing, { back: true }>, { origin }: CasServer): string {
  if (isServiceTicket(ticket)) return ticket;
  const what = ticket === undefined ? 'without a ticket' : 'with something that is no ticket';
  throw new UnavailableError(`The SSO at ${origin} sends people back ${what}.`, { remedy: 'Check its log.' });
}

/** The form that asks for a password. LemonLDAP::NG, Apereo CAS and EoleSSO name its fields differently. */
function loginFormOf({ forms }: HtmlPage): HtmlForm | undefined {
  // A form with two passwords is for changing a password.
  return forms.find(({ fields }) => fields.filter(({ type }) => type === 'password').length === 1);
}

/** The completed form: the login goes into the last text field before the password. */
function filledIn({ fields }: HtmlForm, { login, password }: Credentials): URLSearchParams {
  const place = fields.findIndex(({ type }) => type === 'password');
  const user =
    fields.slice(0, place).findLast(({ type }) => TYPED.includes(type)) ??
    fields.find(({ type }) => TYPED.includes(type));
  return new URLSearchParams(
    fields.map((field): [string, string] => {
      if (field.type === 'password') return [field.name, password];
      return [field.name, field === user ? login : field.value];
    }),
  );
}

/** The ticket in a page that posts itself to the callback (CAS 3.0 §2.1.1, `method=POST`). */
function postedTicket({ forms }: HtmlPage, isCallback: (url: URL) => boolean): string | undefined {
  const form = forms.find(({ action, method }) => method === 'post' && isCallback(action));
  return form?.fields.find(({ name }) => name === 'ticket')?.value;
}
