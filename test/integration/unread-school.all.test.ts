// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

import { migrate, schemaOwners } from '@volee/core-adapter/host';

import { runVolee } from '../e2e/volee-command.js';
import { READER, ROOT, scribeEntries, toLdif, type LdapEntry } from '../envole-box/index.js';
import { describeWith, startSlapd, type SlapdServer } from '../services/index.js';
import { writeCliSettings } from './cli-settings.js';

const MOULIN = `ou=0399002Y,ou=ac-besancon,ou=education,${ROOT}`;

/** The sample, with one school at another server. */
function withReferral(): LdapEntry[] {
  const ref = `ldap://127.0.0.1:1/${MOULIN}`;
  const attributes = { objectClass: ['referral', 'extensibleObject'], ou: ['0399002Y'], ref: [ref] };
  return [...scribeEntries().filter(({ dn }) => !dn.endsWith(MOULIN)), { dn: MOULIN, attributes }];
}

describeWith(['slapd'], 'the command line and a school that is at another server', () => {
  let whole: SlapdServer;
  let part: SlapdServer;
  const { file, folder, databaseUrl } = writeCliSettings({ '@volee/ldap-sync': {} });

  beforeAll(async () => {
    whole = await startSlapd({ ldif: toLdif(scribeEntries()) });
    part = await startSlapd({ ldif: toLdif(withReferral()) });
    await migrate(databaseUrl, schemaOwners([]));
  });
  afterAll(async () => {
    await whole.stop();
    await part.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function read({ url }: SlapdServer): void {
    const ldap = { url, bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT, layout: 'scribe' };
    const settings = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...settings, bricks: { '@volee/ldap-sync': ldap } }));
  }

  test('L6 no person leaves the school, the sync exits with 0 and says so, doctor warns; then the school is read again', async () => {
    read(whole);
    expect(await runVolee(file, 'sync', 'run')).toMatchObject({ code: 0, stderr: '' });
    const schools = await runVolee(file, 'school', 'list', '--json');

    read(part);
    const partial = await runVolee(file, 'sync', 'run');
    expect(partial).toMatchObject({ code: 0, stderr: '' });
    expect(partial.stdout).toMatch(/^Sync run 2 of "ldap": nothing changed\.\n/);
    expect(partial.stdout).toMatch(
      /\n {2}not read in full, and left as it was: 0399002Y: the directory refers to another server \(ldap:\/\/127\.0\.0\.1:1\/ou=0399002Y,/,
    );
    expect((await runVolee(file, 'school', 'list', '--json')).stdout).toBe(schools.stdout);
    const doctor = await runVolee(file, 'doctor');
    expect(doctor.stdout + doctor.stderr).toMatch(/The school 0399002Y could not be read in full in sync run 2/);

    read(whole);
    const again = await runVolee(file, 'sync', 'run');
    expect(again.stdout).toMatch(/^Sync run 3 of "ldap": nothing changed\.\n/);
    expect(again.stdout).not.toMatch(/not read in full/);
  });
});
