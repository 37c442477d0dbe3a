// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';

import { casServer } from './cas-server.js';
import { CasStrategy } from './cas-strategy.js';
import { registerSsoCommands } from './declaration/sso-commands.js';
import { endpointCheck } from './endpoint-check.js';
import { fetchText, type TextAnswer } from './fetch-text.js';
import { isClearText } from './is-clear-text.js';
import { manifest } from './manifest.js';
import { rehearse } from './rehearsal/rehearse.js';
import { serverChecks } from './server-checks.js';
import { readLogout } from './single-logout.js';
import { ticketValidator } from './ticket-validator.js';

export default defineBrick(manifest, (brick) => {
  const { settings, auth, clock, log, check } = brick;
  const { baseUrl, flavour, source, match, timeout, ca, logoutParameter } = settings;
  const server = casServer(baseUrl, logoutParameter);
  const get = (url: URL): Promise<TextAnswer> => fetchText(url, { timeout, ca });
  const validator = ticketValidator(server, flavour, get);
  const service = auth.callbackUrl;

  if (isClearText(baseUrl)) log.warn({ baseUrl }, 'tickets and names cross the network unencrypted; use https://');

  auth.provide({
    source,
    strategy: new CasStrategy({ baseUrl, service, source, match, validator, log }),
    origin: server.origin,
    loginUrl: () => server.loginUrl(service),
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
    rehearse: (credentials, signal) =>
      rehearse({ server, service, source, match, validator, timeout, ca }, credentials, signal),
  });
  for (const one of serverChecks({ server, service, validator, get, clock })) check(one);
  check(endpointCheck({ server, service, flavour, get }));
  registerSsoCommands(brick);
});
