// SPDX-License-Identifier: EUPL-1.2
import casBridge from '@volee/cas-bridge';
import { brickContract } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';
import { ROOT, scribeEntries, startDirectory } from '../envole-box/index.js';

// The bricks with pages have the suite among their own tests. These bricks answer no address, and keep to the rest of it.
brickContract(casBridge, { settings: { baseUrl: 'https://sso.example.org:8443' } });

const directory = await startDirectory({ entries: scribeEntries() });
afterAll(() => directory.stop());

const { url, reader } = directory;
brickContract(ldapSync, {
  settings: { url, baseDn: ROOT, bindDn: reader.dn, bindPassword: reader.password, layout: 'scribe' },
});
