// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, UnavailableError, type LoginKind, type Proxying } from '@volee/core-adapter';

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
import { isProxyTicket, madeUpTicket } from './ticket.js';
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
  const speaker = proxying(server, get);
  // What proxy tickets come to is no news of the server: LemonLDAP::NG answers 500 to the grant of a session that has ended. They have
  // places of their own: what hangs there must keep nobody from logging in.
  const boundedApart = boundedCalls(parallel, waiting);
  const unwatched = <T>(call: () => Promise<T>): Promise<T> =>
    boundedApart(async () => {
      health.refuseWhenGone();
      return call();
    });
  const patient: TicketValidator = {
    validate: (query) =>
      isProxyTicket(query.ticket)
        ? unwatched(() => validator.validate(query))
        : bounded(() => health.watch(() => validator.validate(query))),
  };
  const patientSpeaker: Proxying = {
    ...speaker,
    ticketFor: (grant, target) => unwatched(() => speaker.ticketFor(grant, target)),
  };
  const byPost = ticketBy === 'post';
  const rehearsal = { server, service, byPost, source, match, validator, format, timeout, ca };
  const pgtUrl = proxyTickets ? auth.grantUrl : undefined;

  // CAS 3.0 §2.5.4: whoever reads a grant on its way may speak for the person.
  if (pgtUrl !== undefined && isClearText(pgtUrl))
    throw new Error('proxyTickets needs https: write https:// in server.publicUrl, or leave proxyTickets out.');

  if (isClearText(baseUrl)) log.warn({ baseUrl }, 'tickets and names cross the network unencrypted; use https://');

  /**
   * In the background: nobody waits for it, and who comes next is told when it went badly. At most every 10 s while all is well, every
   * 2 s after a failure. It looks where tickets are judged: a login page may be well while what stands behind it is not.
   */
  function lookAtServer(): void {
    if (!health.isNewsOld()) return;
    health.watch(() => validator.validate({ ticket: madeUpTicket('look'), service })).catch(() => undefined);
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
      // Whoever reads a page that is for everybody must not be sent to a server that may show him nothing.
      if (kind === 'silent' && health.isDoubtful())
        throw new UnavailableError(
          `The CAS server at ${server.origin} did not answer the last time; nobody is sent there silently.`,
        );
      return server.loginUrl(service, { kind: KINDS[kind], byPost });
    },
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
    ...(proxies.length > 0 && { isBroughtByService: isProxyTicket }),
    ...(proxyTickets && { proxying: patientSpeaker }),
    rehearse: (credentials, signal) => rehearse(rehearsal, credentials, signal),
  });
  for (const one of serverChecks({ server, service, validator, get, clock })) check(one);
  check(endpointCheck({ server, service, flavour, get }));
  registerSsoCommands(brick);
});
