// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';

import { casServer } from './cas-server.js';
import { CasStrategy } from './cas-strategy.js';
import { fetchText } from './fetch-text.js';
import { manifest } from './manifest.js';
import { readLogout } from './single-logout.js';
import { ticketValidator } from './ticket-validator.js';

export default defineBrick(manifest, ({ settings, auth, log }) => {
  const { baseUrl, flavour, source, match, timeout, ca, logoutParameter } = settings;
  const server = casServer(baseUrl, logoutParameter);
  const validator = ticketValidator(server, flavour, (url) => fetchText(url, { timeout, ca }));
  const service = auth.callbackUrl;

  if (isClearText(baseUrl)) log.warn({ baseUrl }, 'tickets and names cross the network unencrypted; use https://');

  auth.provide({
    strategy: new CasStrategy({ baseUrl, service, source, match, validator, log }),
    origin: server.origin,
    loginUrl: () => server.loginUrl(service),
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
  });
});

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function isClearText(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !THIS_MACHINE.test(hostname);
}
