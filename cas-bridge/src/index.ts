// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, UnavailableError, type LoginKind } from '@volee/core-adapter';

import { boundedCalls } from './bounded-calls.js';
import { casServer, type LoginQuery } from './cas-server.js';
import { CasStrategy } from './cas-strategy.js';
import { registerSsoCommands } from './declaration/sso-commands.js';
import { endpointCheck } from './endpoint-check.js';
import { fetchText, type TextAnswer } from './fetch-text.js';
import { isClearText } from './is-clear-text.js';
import { manifest } from './manifest.js';
import { proxying } from './proxying.js';
import { rehearse } from './rehearsal/rehearse.js';
import { serverChecks } from './server-checks.js';
import { readLogout } from './single-logout.js';
import { ssoHealth } from './sso-health.js';
import { isProxyTicket } from './ticket.js';
import { ticketValidator, type TicketValidator } from './ticket-validator.js';

/** CAS 3.0 §2.1.1. */
const KINDS: Readonly<Record<LoginKind, LoginQuery['kind']>> = { usual: undefined, silent: 'gateway', fresh: 'renew' };

export default defineBrick(manifest, (brick) => {
  const { settings, auth, clock, log, check } = brick;
  const { baseUrl, flavour, source, match, timeout, ca, logoutParameter } = settings;
  const { format, renew, ticketBy, proxies, proxyTickets, parallel, waiting } = settings;
  const server = casServer(baseUrl, logoutParameter);
  const service = auth.callbackUrl;
  const health = ssoHealth(server.origin, clock);
  const bounded = boundedCalls(parallel, waiting);
  const get = (url: URL): Promise<TextAnswer> => fetchText(url, { timeout, ca });
  const validator = ticketValidator(server, flavour, get);
  const patient: TicketValidator = {
    validate: (query) => bounded(() => health.watch(() => validator.validate(query))),
  };
  const byPost = ticketBy === 'post';
  const rehearsal = { server, service, byPost, source, match, validator, format, timeout, ca };
  const pgtUrl = proxyTickets ? auth.grantUrl : undefined;

  if (isClearText(baseUrl)) log.warn({ baseUrl }, 'tickets and names cross the network unencrypted; use https://');

  /** In the background: nobody waits for it, and who comes next is told when it went badly. */
  function lookAtServer(): void {
    if (!health.isNewsOld()) return;
    // A gateway is what costs the server least: it sends away at once.
    const address = new URL(server.loginUrl(service, { kind: 'gateway' }));
    const look = async (): Promise<void> => {
      const { status } = await get(address);
      if (status >= 500)
        throw new UnavailableError(`The CAS server at ${server.origin} answers with status ${status}.`);
    };
    health.watch(look).catch(() => undefined);
  }

  auth.provide({
    source,
    strategy: new CasStrategy({
      baseUrl,
      service,
      source,
      match,
      validator: patient,
      pgtUrl,
      chains: proxies,
      format,
      log,
    }),
    origin: server.origin,
    asksAgain: renew,
    loginUrl(kind) {
      health.refuseWhenGone();
      lookAtServer();
      return server.loginUrl(service, { kind: KINDS[kind], byPost });
    },
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
    ...(proxies.length > 0 && { isBroughtByService: isProxyTicket }),
    ...(proxyTickets && { proxying: proxying(server, get) }),
    rehearse: (credentials, signal) => rehearse(rehearsal, credentials, signal),
  });
  for (const one of serverChecks({ server, service, validator, get, clock })) check(one);
  check(endpointCheck({ server, service, flavour, get }));
  registerSsoCommands(brick);
});
