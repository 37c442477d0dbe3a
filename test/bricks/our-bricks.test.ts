// SPDX-License-Identifier: EUPL-1.2
import casBridge from '@volee/cas-bridge';
import { brickContract } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

// The bricks that people meet have the suite among their own tests. These answer no address, and keep to the rest of it.
brickContract(casBridge, { settings: { baseUrl: 'https://sso.example.org:8443' } });

brickContract(ldapSync, {
  settings: {
    url: 'ldaps://scribe.example.org',
    baseDn: 'o=gouv,c=fr',
    bindDn: 'cn=reader,o=gouv,c=fr',
    bindPassword: 'known to tests only',
    layout: 'scribe',
    schools: { '0390001X': {} },
  },
});
