// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { bothDatabases, type TestDatabase } from '@volee/core-adapter/testing';

import { ACADEMY, READER, SAMPLE_PASSWORD, scribeEntries, toLdif, type LdapEntry } from '../envole-box/index.js';
import { createDatabase, startLemonldap, startMariadb, startSlapd, type SlapdServer } from '../services/index.js';
import { requireBinary } from '../services/find-binary.js';
import { STRANGER, type Stack, type StackPlace } from './stack.js';

const suffix = 'o=gouv,c=fr';

/** An entry at the root of the directory, outside any school: the SSO accepts this login, and the sync does not see the entry. */
const stranger: LdapEntry = {
  dn: `uid=${STRANGER.login},${suffix}`,
  attributes: {
    objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
    uid: [STRANGER.login],
    cn: [STRANGER.displayName],
    sn: ['Nouveau'],
    userPassword: [SAMPLE_PASSWORD],
  },
};

/** OpenLDAP with the sample schools, LemonLDAP::NG before it, and MariaDB. */
export async function startRealStack({ publicUrl }: StackPlace): Promise<Stack> {
  const database = await freshMariadb();
  const directory = await startSlapd({ ldif: toLdif([...scribeEntries(), stranger]) });
  const reader = { bindDn: READER.dn, bindPassword: READER.password, baseDn: suffix };
  const portal = await startLemonldap({ ...reader, ldapUrl: directory.url, services: [`${publicUrl}/`] });
  return {
    databaseUrl: database.url,
    sso: { baseUrl: portal.casUrl },
    directory: { ...reader, url: directory.url, layout: 'scribe' },
    async enter(page, login) {
      // When the password is asked for again, the portal first asks for a confirmation.
      const confirmation = page.locator('#upgrd button[type=submit]');
      if (await confirmation.count()) await confirmation.click();
      await page.fill('input[name=user]', login);
      await page.fill('input[name=password]', SAMPLE_PASSWORD);
      await page.click('button[type=submit]');
    },
    passTime: (seconds) => portal.passTime(seconds),
    // The page has loaded with its images, and the portal notifies a service for each of them.
    leave: async (page) => void (await page.goto(`${portal.casUrl}/logout`)),
    comeBack: (page) => page.click('#form button[type=submit]'),
    emptyDirectory: () => removeSchools(directory),
    stopDirectory: () => directory.stop(),
    stopSso: () => portal.stop(),
    stop: async () => void (await Promise.allSettled([portal.stop(), directory.stop(), database.drop()])),
  };
}

/** A database on the server that jest started for the whole run, or on a new server where jest started none. */
async function freshMariadb(): ReturnType<TestDatabase['fresh']> {
  const shared = bothDatabases().find(({ name }) => name === 'MariaDB');
  if (shared) return shared.fresh();
  const server = await startMariadb();
  return { url: await createDatabase(server, 'volee'), drop: () => server.stop() };
}

async function removeSchools({ url, adminDn, adminPassword }: SlapdServer): Promise<void> {
  const administrator = ['-x', '-H', url, '-D', adminDn, '-w', adminPassword];
  await promisify(execFile)(requireBinary('ldapdelete'), [...administrator, '-r', ACADEMY]);
}
