// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { defineLoginBrick, type LoginKind } from '@volee/core-adapter/login';

import { withProxyGrantingTicket } from './proxy/with-proxy-granting-ticket.js';
import { casServer, type LoginQuery } from './protocol/cas-server.js';
import { CasStrategy } from './cas-strategy.js';
import { registerSsoCommands } from './service-registration/sso-commands.js';
import { endpointCheck } from './endpoint-check.js';
import { fetchText, type TextAnswer } from './transport/fetch-text.js';
import { KeptConnections } from './transport/kept-connections.js';
import { isClearText } from './transport/is-clear-text.js';
import { manifest } from './manifest.js';
import { resilientCasClient } from './resilience/resilient-cas-client.js';
import { proxying } from './proxy/proxying.js';
import { testLogin } from './test-login/test-login.js';
import { serverChecks } from './server-checks.js';
import { readLogout } from './logout/single-logout.js';
import { isProxyTicket } from './protocol/ticket.js';
import { ticketValidator } from './validation/ticket-validator.js';

/** CAS 3.0 §2.1.1. */
const KINDS: Readonly<Record<LoginKind, LoginQuery['kind']>> = {
  default: undefined,
  gateway: 'gateway',
  renew: 'renew',
};

export default defineLoginBrick(manifest, (brick) => {
  const { settings, auth, clock, log, check } = brick;
  const { baseUrl, flavour, source, match, timeout, ca, logoutParameter } = settings;
  const { format, renew, ticketBy, proxies, proxyTickets, parallel, waiting } = settings;
  const { callbackUrl: service, grantUrl } = auth;

  // CAS 3.0 §2.5.4: anyone that reads a proxy-granting ticket in transit can act as the user.
  if (proxyTickets && isClearText(grantUrl))
    throw new InputError('proxyTickets needs https', {
      remedy: 'Write https:// in server.publicUrl, or leave proxyTickets out.',
    });
  if (isClearText(baseUrl)) log.warn({ baseUrl }, 'tickets and names cross the network unencrypted; use https://');

  const server = casServer(baseUrl, logoutParameter);
  const kept = new KeptConnections(ca);
  brick.onStop(() => kept.destroy());
  const get = (url: URL): Promise<TextAnswer> => fetchText(url, { timeout, ca, kept });
  // The checks look at the certificate of a new connection.
  const getAnew = (url: URL): Promise<TextAnswer> => fetchText(url, { timeout, ca });
  const validator = ticketValidator(server, flavour, get);
  const sso = { server, service, validator };
  const client = resilientCasClient({ ...sso, proxying: proxying(server, get), clock, parallel, waiting });
  const byPost = ticketBy === 'post';
  const pgtUrl = proxyTickets ? grantUrl : undefined;
  const testLoginOptions = { server, service, byPost, source, match, validator, pgtUrl, format, timeout, ca };

  auth.provide({
    source,
    strategy: new CasStrategy({
      baseUrl,
      service,
      source,
      match,
      inTurn: client.inTurn,
      validator: proxyTickets ? withProxyGrantingTicket(client.validator, grantUrl, { clock, log }) : client.validator,
      chains: proxies,
      format,
      log,
    }),
    origin: server.origin,
    supportsRenew: renew,
    loginUrl(kind) {
      client.checkBeforeSending(kind === 'gateway');
      return server.loginUrl(service, { kind: KINDS[kind], byPost });
    },
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
    ...(proxies.length > 0 && { isProxyTicket }),
    ...(proxyTickets && { proxying: client.proxying }),
    testLogin: (credentials, signal) => testLogin(testLoginOptions, credentials, signal),
  });
  for (const one of serverChecks({ server, service, validator, get: getAnew, clock })) check(one);
  check(endpointCheck({ server, service, flavour, get: getAnew }));
  registerSsoCommands(brick);
});
