// SPDX-License-Identifier: EUPL-1.2
import { defineDirectoryBrick } from '@volee/core-adapter/directory';

import { directoryChecks } from './directory-checks.js';
import { isClearText } from './is-clear-text.js';
import { ldapSource } from './ldap-source.js';
import { manifest } from './manifest.js';

export default defineDirectoryBrick(manifest, ({ settings, sources, clock, log, check }) => {
  for (const directory of settings) {
    const { name, url } = directory;
    if (isClearText(directory)) {
      log.warn({ source: name, url }, 'the password crosses the network unencrypted; use ldaps://');
    }
    sources.provide(ldapSource(directory, log));
    for (const one of directoryChecks(directory, log, clock)) check(one);
  }
});
