// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';

import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import { activateAlone } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import { ROOT, scribeEntries, toLdif } from '../envole-box/index.js';
import { describeWith, startSlapd, type SlapdServer } from '../services/index.js';

const ignore = (): void => undefined;
const SIGNAL = new AbortController().signal;

describeWith(['slapd'], 'changes in an OpenLDAP', () => {
  let slapd: SlapdServer;
  let source: DirectorySource;

  beforeEach(async () => {
    slapd = await startSlapd({ ldif: toLdif(scribeEntries()) });
    source = await sourceWith({});
  });
  afterEach(() => slapd.stop());

  async function sourceWith(changed: object): Promise<DirectorySource> {
    const { url, adminDn: bindDn, adminPassword: bindPassword } = slapd;
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const settings = { url, bindDn, bindPassword, baseDn: ROOT, layout: 'scribe', ...changed };
    const [one] = (await activateAlone(ldapSync, { settings, log: silent })).sources;
    if (!one) throw new Error('no source');
    return one;
  }

  /** Reads everything. @returns the position from which changes can be read */
  async function readAll(): Promise<string> {
    let cursor = '';
    for await (const record of source.read(SIGNAL, (text) => (cursor = text))) void record;
    return cursor;
  }

  /** The input of `ldapmodify` for one entry, found by its `uid` or `cn`. */
  async function modify(filter: string, lines: readonly string[]): Promise<void> {
    const found = await run('ldapsearch', ['-LLL', '-o', 'ldif-wrap=no', '-b', ROOT, filter, '1.1']);
    const dn = found.split('\n').find((line) => line.startsWith('dn:')) ?? '';
    await run('ldapmodify', [], `${[dn, ...lines].join('\n')}\n`);
  }

  function run(program: string, words: readonly string[], input?: string): Promise<string> {
    const login = ['-x', '-H', slapd.url, '-D', slapd.adminDn, '-w', slapd.adminPassword];
    return new Promise((resolve, reject) => {
      const child = execFile(program, [...login, ...words], (error, stdout) =>
        error === null ? resolve(stdout) : reject(new Error(`${program} ended with ${error.message}`)),
      );
      child.stdin?.end(input);
    });
  }

  const changesAfter = async (cursor: string): Promise<readonly DirectoryRecord[] | undefined> =>
    (await source.changes?.(cursor, SIGNAL))?.records;

  test('a new name: the records of this person with the class, and the new cursor', async () => {
    const cursor = await readAll();
    await modify('(uid=ines.renaud)', ['changetype: modify', 'replace: displayName', 'displayName: Inès R.']);
    const changes = await source.changes?.(cursor, SIGNAL);
    const ines = changes?.records.filter((record) => Object.values(record).includes('ines.renaud')) ?? [];
    expect(ines.map(({ type }) => type)).toEqual(['person', 'membership']);
    expect(ines[0]).toMatchObject({ displayName: 'Inès R.', profile: 'pupil' });
    expect(changes?.cursor).not.toBe(cursor);
    expect(await changesAfter(changes?.cursor ?? '')).toEqual([]);
  });

  test('H2: an entry that is deleted and written again, under the same name, comes with another stable id', async () => {
    const entry = scribeEntries().find(({ dn }) => dn.startsWith('uid=ines.renaud,'));
    if (!entry) throw new Error('the sample has changed');
    const { entryUUID: [old] = [], ...attributes } = entry.attributes;
    const cursor = await readAll();
    await modify('(uid=ines.renaud)', ['changetype: delete']);
    await run('ldapadd', [], toLdif([{ dn: entry.dn, attributes }]));

    const ines = (await changesAfter(cursor))?.find((record) => record.type === 'person');
    const stableId = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ines).toMatchObject({ key: 'ines.renaud', stableId });
    expect(ines).not.toMatchObject({ stableId: old });
  });

  test.each<[string, string, readonly string[]]>([
    ['somebody left', '(uid=ines.renaud)', ['changetype: delete']],
    [
      'somebody has another login',
      '(uid=ines.renaud)',
      ['changetype: modrdn', 'newrdn: uid=ines.r', 'deleteoldrdn: 1'],
    ],
    [
      'a group changed',
      '(memberUid=ines.renaud)',
      ['changetype: modify', 'delete: memberUid', 'memberUid: ines.renaud'],
    ],
  ])('L8 %s: everything has to be read', async (_what, filter, lines) => {
    const cursor = await readAll();
    await modify(filter, lines);
    expect(await changesAfter(cursor)).toBeUndefined();
  });

  test('with other settings, or from a text that is none: everything has to be read', async () => {
    await modify('(uid=ines.renaud)', ['changetype: modify', 'replace: displayName', 'displayName: Inès R.']);
    const cursor = await readAll();
    expect(cursor).toMatch(/^\d{14}\.\d{6}Z#\S+ \S+ \S+$/);
    expect(await changesAfter('20260101')).toBeUndefined();
    expect(await changesAfter(cursor)).toEqual([]);
    source = await sourceWith({ schools: { '0390001X': { name: 'Autre' } } });
    expect(await changesAfter(cursor)).toBeUndefined();
  });
});
