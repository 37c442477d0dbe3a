// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asset } from './assets.js';
import type { CasAccount } from './cas-account.js';
import type { CasAnswer, CasContext, CasRequest, CasRoute } from './cas-exchange.js';
import { isServicePath, type CasFlavour, isEoleSso } from './cas-flavour.js';
import { acceptLogin, showLogin } from './login-route.js';
import type { ProxyCallbackRules } from './proxy-callback.js';
import { readForm } from './read-form.js';
import { answerService } from './service-route.js';
import { readSessionCookie, expiredSessionCookie } from './session-cookie.js';
import { postLogout, type LogoutReport } from './single-logout.js';
import type { TicketShape } from './ticket-id.js';
import { TicketRegistry, type ServiceTicket } from './ticket-registry.js';
import type { Trouble } from './trouble.js';
import { headerSafe, isAllowedService } from './services.js';
import { signedOutPage } from './small-pages.js';

export interface CasOptions {
  accounts: readonly CasAccount[];
  /** Chosen by the system when 0 or absent. */
  port?: number;
  host?: string;
  /** Defaults to `cas3`. */
  flavour?: CasFlavour;
  /** Allowed prefixes of addresses, in whole path segments; any http(s) address when absent. */
  allowedServices?: readonly string[];
  /** Defaults to the strict rules of CAS 3.0 §2.5.4. */
  proxyCallbacks?: ProxyCallbackRules;
  now?: () => Date;
}

export interface Cas {
  /** `http://127.0.0.1:PORT`, without a path. */
  url: string;
  port: number;
  tickets: TicketRegistry;
  /** The results of the logout messages sent by `/logout`, oldest first. */
  logoutReports: readonly LogoutReport[];
  /** Issues a ticket as a login of that person would, in a new SSO session. */
  issueTicket(login: string, service: string): string;
  /** Issues a proxy ticket that came through these `pgtUrl`s, the last first, without calling them. */
  issueProxyTicket(login: string, service: string, proxies: readonly [string, ...string[]]): string;
  /** Sends the logout message of one ticket to its service and waits for the answer. */
  sendLogout(ticket: string): Promise<LogoutReport>;
  setFlavour(flavour: CasFlavour): void;
  /** Sets the format of service and proxy tickets from now on. */
  shapeTickets(shape: TicketShape): void;
  /** Makes calls of services fail in this way from now on; `undefined` ends that. */
  failWith(trouble: Trouble | undefined): void;
  /** Makes calls of services wait for this from now on; `undefined` ends that. */
  waitFor(gate: (() => Promise<void>) | undefined): void;
  stop(): Promise<void>;
}

const ROUTES: Readonly<Record<string, CasRoute>> = {
  'GET /': () => ({ status: 302, headers: { Location: '/login' } }),
  'GET /login': showLogin,
  'POST /login': acceptLogin,
  'GET /logout': logout,
};

/** A CAS server in this process, for tests and the demo: visitors choose their account. */
export async function startCas(options: CasOptions): Promise<Cas> {
  const { port: wantedPort = 0, host = '127.0.0.1' } = options;
  const logoutReports: LogoutReport[] = [];
  const context = contextOf(options, logoutReports);
  const { tickets, now } = context;
  const server = createServer((request, response) => {
    void answer(context, request).then(
      (result) => send(response, result),
      () => response.destroy(), // the sender closed the connection, or the URL is malformed
    );
  });
  server.listen(wantedPort, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${port}`,
    port,
    tickets,
    logoutReports,
    issueTicket: (login, service) => issue(context, login, service).id,
    issueProxyTicket: (login, service, proxies) => {
      const byProxy = (ticket: ServiceTicket, pgtUrl: string): ServiceTicket =>
        tickets.issueByProxy(tickets.grant(ticket, pgtUrl).id, service) ?? ticket;
      return proxies.reduceRight(byProxy, issue(context, login, service)).id;
    },
    async sendLogout(id) {
      const ticket = tickets.ticket(id);
      if (!ticket) throw new Error(`no ticket ${id}`);
      return postLogout(ticket, now());
    },
    setFlavour: (next) => void (context.flavour = next),
    shapeTickets: (shape) => void (tickets.shape = shape),
    failWith: (trouble) => void (context.trouble = trouble),
    waitFor: (gate) => void (context.gate = gate),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function contextOf(options: CasOptions, logoutReports: LogoutReport[]): CasContext {
  const { accounts, flavour = 'cas3', allowedServices, proxyCallbacks = {} } = options;
  const { now = (): Date => new Date() } = options;
  const tickets = new TicketRegistry(now);
  return {
    accounts,
    allowedServices,
    tickets,
    flavour,
    trouble: undefined,
    gate: undefined,
    proxyCallbacks,
    logoutReports,
    now,
  };
}

function issue({ accounts, tickets }: CasContext, login: string, service: string): ServiceTicket {
  const account = accounts.find((candidate) => candidate.login === login);
  if (!account) throw new Error(`no account has the login ${login}`);
  return tickets.issue(tickets.openSession(account), service, true);
}

async function answer(context: CasContext, message: IncomingMessage): Promise<CasAnswer> {
  const { pathname, searchParams: query } = new URL(`http://cas.invalid${message.url ?? '/'}`);
  const sessionId = readSessionCookie(message.headers.cookie);
  if (message.method === 'GET' && isServicePath(pathname)) {
    return answerService(pathname, context, { query, form: new URLSearchParams(), sessionId });
  }
  const route = ROUTES[`${message.method} ${pathname}`];
  if (!route) return (await asset(pathname)) ?? { status: 404, body: 'Not Found' };
  const form = await readForm(message);
  if (!form) return { status: 413, body: 'Content Too Large' };
  const request: CasRequest = { query, form, sessionId };
  return route(context, request);
}

// CAS 3.0 appendix B: answers that carry a ticket must not be cached.
function send(response: ServerResponse, { status, headers = {}, body }: CasAnswer): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers });
  response.end(body);
}

/**
 * CAS 3.0 §2.3: ends the SSO session, tells every service that got a ticket from it, waits for their answers, and only
 * then lets the browser go: back to `service`, which EoleSSO does not know, or to a page with a link to `url` (EoleSSO,
 * LemonLDAP::NG, CAS 2.0).
 */
async function logout(context: CasContext, { query, sessionId }: CasRequest): Promise<CasAnswer> {
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
