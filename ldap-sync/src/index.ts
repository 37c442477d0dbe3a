// SPDX-License-Identifier: EUPL-1.2
import { defineBrick } from '@volee/core-adapter';

import { ldapSource } from './ldap-source.js';
import { manifest } from './manifest.js';
import { isClearText } from './is-clear-text.js';

export default defineBrick(manifest, ({ settings, sources, log }) => {
  for (const directory of settings) {
    const { name, url } = directory;
    if (isClearText(directory)) {
      log.warn({ source: name, url }, 'the password crosses the network unencrypted; use ldaps://');
    }
    sources.provide(ldapSource(directory, log));
  }
});
