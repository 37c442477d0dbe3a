// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';

import type { DirectorySource } from '@volee/core-adapter/directory';
import { migrate, schemaOwners } from '@volee/core-adapter/host';
import { activateAlone } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import { runVolee } from '../e2e/volee-command.js';
import { READER, ROOT, scribeEntries, toLdif, type LdapEntry } from '../envole-box/index.js';
import { describeWith, startSlapd, type SlapdServer } from '../services/index.js';
import { writeCliSettings } from './cli-settings.js';

const SIGNAL = new AbortController().signal;
const READERS = `cn=readers,${ROOT}`;
const MOULIN = '0399002Y';

/** The accounts that may see classes. */
const readers: LdapEntry = {
  dn: READERS,
  attributes: { objectClass: ['groupOfNames'], cn: ['readers'], member: [READER.dn, `cn=other,${ROOT}`] },
};

const ACCESS = [
  // Without its state, the directory is read each time.
  'to attrs=contextCSN by * none',
  `to attrs=ENTEleveClasses,Divcod by group.exact="${READERS}" read by * none`,
];

describeWith(['slapd'], 'the digest of a reading of OpenLDAP', () => {
  let slapd: SlapdServer;

  beforeEach(async () => {
    slapd = await startSlapd({ ldif: toLdif([...scribeEntries(), readers]), access: ACCESS });
  });
  afterEach(() => slapd.stop());

  const settings = (): object => ({ url: slapd.url, bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT });

  async function openSource(): Promise<DirectorySource> {
    const ignore = (): void => undefined;
    const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const { sources } = await activateAlone(ldapSync, { settings: { ...settings(), layout: 'scribe' }, log });
    const [source] = sources;
    if (!source) throw new Error('no source');
    return source;
  }

  function modify(input: string): Promise<void> {
    const login = ['-x', '-H', slapd.url, '-D', slapd.adminDn, '-w', slapd.adminPassword];
    return new Promise((resolve, reject) => {
      const child = execFile('ldapmodify', login, (error) => (error === null ? resolve() : reject(error)));
      child.stdin?.end(input);
    });
  }

  const ines = scribeEntries().find(({ dn }) => dn.startsWith('uid=ines.renaud,'));
  if (!ines) throw new Error('the sample has changed');
  const add = ({ dn, attributes: { entryUUID: _id, ...attributes } }: LdapEntry): string =>
    toLdif([{ dn, attributes }]).replace(/\n(?! )/, '\nchangetype: add\n');
  const remove = (entry: LdapEntry): string => `dn: ${entry.dn}\nchangetype: delete\n\n`;

  test('is that of the records, and stays while only what is not read changes', async () => {
    const source = await openSource();
    const digests: string[] = [];
    const records = source.read(SIGNAL, undefined, (digest) => digests.push(digest))[Symbol.asyncIterator]();
    while (!(await records.next()).done);
    expect(await source.digest?.(SIGNAL)).toBe(digests[0]);
    await modify(`dn: ${ines.dn}\nchangetype: modify\nreplace: userPassword\nuserPassword: another\n`);
    expect(await source.digest?.(SIGNAL)).toBe(digests[0]);
  });

  test.each<[string, string]>([
    ['one letter of one entry', `dn: ${ines.dn}\nchangetype: modify\nreplace: displayName\ndisplayName: Ines R\n`],
    ['an entry that is gone', remove(ines)],
    ['an entry made anew, with another id', remove(ines) + add(ines)],
    ['fewer rights of the account', `dn: ${READERS}\nchangetype: modify\ndelete: member\nmember: ${READER.dn}\n`],
  ])('L14 changes with %s', async (_what, change) => {
    const source = await openSource();
    const before = await source.digest?.(SIGNAL);
    await modify(change);
    expect(await source.digest?.(SIGNAL)).not.toBe(before);
  });

  test('saves the third sync its comparison, and a school closed in between comes back all the same', async () => {
    const { file, folder, databaseUrl } = writeCliSettings({ '@volee/ldap-sync': { ...settings(), layout: 'scribe' } });
    await migrate(databaseUrl, schemaOwners([]));
    const sync = async (): Promise<unknown> => {
      const { stdout } = await runVolee(file, 'sync', 'run', '--json');
      return JSON.parse(stdout);
    };
    const schools = await sync().then(() => runVolee(file, 'school', 'list'));
    const compared = await sync();
    const [again] = (await sync()) as object[];
    expect(compared).toEqual([expect.objectContaining({ state: 'unchanged', digest: expect.any(String) })]);
    expect([again]).toEqual([expect.objectContaining({ state: 'unchanged', fullAt: expect.any(String) })]);
    expect(again).toHaveProperty('digest', (compared as { digest: string }[])[0]?.digest);

    expect(await runVolee(file, 'school', 'close', MOULIN, '--confirm', MOULIN)).toMatchObject({ code: 0 });
    expect(await sync()).toEqual([expect.objectContaining({ state: 'applied', counts: expect.any(Object) })]);
    expect((await runVolee(file, 'school', 'list')).stdout).toBe(schools.stdout);
    rmSync(folder, { recursive: true, force: true });
  });
});
