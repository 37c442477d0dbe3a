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

  auth.provide({
    strategy: new CasStrategy({ baseUrl, service, source, match, validator, log }),
    origin: server.origin,
    loginUrl: () => server.loginUrl(service),
    logoutUrl: (returnTo) => server.logoutUrl(returnTo),
    readLogout,
  });
});
