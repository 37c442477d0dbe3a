// SPDX-License-Identifier: EUPL-1.2
import { connect as connectSocket } from 'node:net';
import { once } from 'node:events';
import type { Client } from 'ldapjs';
import { scribeEntries } from '../sample/scribe-entries.js';
import { ACADEMY, ROOT } from '../sample/tree.js';
import { bind, connect, search, type SearchAnswer } from './directory-client.js';
import { startDirectory, type Directory, type DirectoryOptions } from './start-directory.js';

const TILLEULS = `ou=0399001X,${ACADEMY}`;
const INES = `uid=ines.renaud,ou=local,ou=eleves,ou=utilisateurs,${TILLEULS}`;
const everything = { scope: 'sub', filter: '(objectClass=*)' } as const;

let directory: Directory;
let client: Client;

async function start(options: Partial<DirectoryOptions> = {}): Promise<void> {
  directory = await startDirectory({ entries: scribeEntries(), ...options });
  client = connect(directory.url);
  await bind(client, directory.reader.dn, directory.reader.password);
}

function find(filter: string, base = ROOT): Promise<SearchAnswer> {
  return search(client, base, { scope: 'sub', filter });
}

afterEach(async () => {
  client.destroy();
  await directory.stop();
});

describe('bind', () => {
  beforeEach(() => start());

  test.each([
    ['the reader, in any case', 'CN=Reader,O=gouv,C=fr', 'lecture-seule', ''],
    ['a pupil', INES, 'volee', ''],
    ['a wrong password', INES, 'Volee', 'InvalidCredentialsError'],
    ['a name of nobody', `uid=personne,${ROOT}`, 'volee', 'InvalidCredentialsError'],
    ['an entry without a password', ROOT, 'volee', 'InvalidCredentialsError'],
    ['a name without a password', INES, '', 'UnwillingToPerformError'],
  ])('%s', async (_, dn, password, expected) => {
    expect(await bind(client, dn, password)).toBe(expected);
  });

  test('a failed bind takes away the rights of an earlier one', async () => {
    await bind(client, directory.reader.dn, 'wrong');
    expect((await find('(uid=ines.renaud)')).error).toBe('InsufficientAccessRightsError');
  });

  test('reading requires a bind, unless the directory allows anonymous access', async () => {
    await bind(client, '', '');
    expect(await find('(uid=ines.renaud)')).toMatchObject({ dns: [], error: 'InsufficientAccessRightsError' });
    directory.switches.anonymousRead = true;
    expect((await find('(uid=ines.renaud)')).dns).toEqual([INES]);
  });

  test('reading can be kept to named accounts', async () => {
    directory.switches.readers = [directory.reader.dn];
    expect((await find('(uid=ines.renaud)')).dns).toEqual([INES]);
    await bind(client, INES, 'volee');
    expect((await find('(uid=ines.renaud)')).error).toBe('InsufficientAccessRightsError');
  });
});

describe('search', () => {
  beforeEach(() => start());

  test('base, one level, subtree', async () => {
    const all = { filter: '(objectClass=*)' };
    expect((await search(client, ACADEMY, { ...all, scope: 'base' })).dns).toEqual([ACADEMY]);
    const schools = await search(client, ACADEMY, { ...all, scope: 'one' });
    expect(schools.entries.map((entry) => entry.attributes['description'])).toEqual([
      ['École des Tilleuls'],
      ['École du Moulin'],
      ['Collège des Trois-Rivières'],
    ]);
    expect((await search(client, ROOT, everything)).entries).toHaveLength(directory.entries.length);
  });

  test('a base that does not exist', async () => {
    expect(await find('(uid=*)', `ou=ailleurs,${ROOT}`)).toMatchObject({ dns: [], error: 'NoSuchObjectError' });
  });

  test('only the attributes asked for, in whatever case; a password never', async () => {
    const attributes = ['ENTPERSONPROFILS', 'userPassword', 'sn'];
    const { entries } = await search(client, INES, { scope: 'base', attributes });
    expect(entries[0]?.attributes).toEqual({ sn: ['Renaud'], ENTPersonProfils: ['eleve'] });
    const whole = await search(client, INES, { scope: 'base' });
    expect(whole.entries[0]?.attributes).toMatchObject({ Divcod: ['CM1-CM2'], givenName: ['Inès'] });
    expect(whole.entries[0]?.attributes).not.toHaveProperty('userPassword');
  });

  test('a name with a comma', async () => {
    const { dns } = await find('(cn=Journal, radio)');
    expect(dns).toEqual([expect.stringMatching(/^cn=Journal\\2c radio,/)]);
    expect((await search(client, dns[0]!, { scope: 'base' })).dns).toEqual(dns);
  });

  test('a test changes the directory while it runs', async () => {
    const ines = directory.entries.find((entry) => entry.dn === INES)!;
    ines.attributes['Divcod'] = ['CM2'];
    expect((await find('(&(uid=ines.renaud)(Divcod=CM2))')).dns).toEqual([INES]);
    directory.entries.splice(directory.entries.indexOf(ines), 1);
    expect((await find('(uid=ines.renaud)')).dns).toEqual([]);
  });

  test('an id belongs to an entry: another entry under the same name has another one', async () => {
    const idOf = async (): Promise<unknown> => {
      const { entries } = await search(client, INES, { scope: 'base', attributes: ['entryUUID'] });
      return entries[0]?.attributes['entryUUID'];
    };
    const ines = directory.entries.find((entry) => entry.dn === INES)!;
    const first = await idOf();
    ines.attributes['sn'] = ['Petit'];
    expect(await idOf()).toEqual(first);
    const again = { dn: INES, attributes: { objectClass: ['inetOrgPerson'], uid: ['ines.renaud'] } };
    directory.entries.splice(directory.entries.indexOf(ines), 1, again);
    const second = await idOf();
    expect(second).toEqual([expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)]);
    expect(second).not.toEqual(first);
  });

  test('an id is sent to a client that asks for it by name', async () => {
    const { entries } = await search(client, INES, { scope: 'base', attributes: ['*'] });
    expect(entries[0]?.attributes).toHaveProperty('givenName');
    expect(entries[0]?.attributes).not.toHaveProperty('entryUUID');
    const operational = await search(client, INES, { scope: 'base', attributes: ['+'] });
    expect(Object.keys(operational.entries[0]?.attributes ?? {})).toEqual(['entryUUID']);
  });

  test('the entries given at the start are not touched', async () => {
    const given = scribeEntries();
    const other = await startDirectory({ entries: given });
    other.entries[0]!.attributes['o'] = ['changed'];
    expect(given).toEqual(scribeEntries());
    await other.stop();
  });
});

describe('paged results (RFC 2696)', () => {
  beforeEach(() => start());

  test('pages of 50 give every entry once', async () => {
    const { dns, error } = await search(client, ROOT, { ...everything, paged: { pageSize: 50 } });
    expect(error).toBe('');
    expect(dns).toHaveLength(directory.entries.length);
    expect(new Set(dns).size).toBe(dns.length);
  });

  test('the last page may be full', async () => {
    const filter = '(Divcod=CE2)'; // eight pupils
    const { dns, error } = await search(client, ROOT, { scope: 'sub', filter, paged: { pageSize: 4 } });
    expect({ error, found: dns.length }).toEqual({ error: '', found: 8 });
  });

  test('the root DSE announces it, until it is switched off (L7)', async () => {
    const controls = async (): Promise<string[] | undefined> => {
      const { entries } = await search(client, '', { scope: 'base', attributes: ['supportedControl'] });
      return entries[0]?.attributes['supportedControl'];
    };
    expect(await controls()).toEqual(['1.2.840.113556.1.4.319']);
    directory.switches.paging = false;
    expect(await controls()).toEqual([]);
  });

  test('switched off, all entries come at once and without a cookie (L7)', async () => {
    directory.switches.paging = false;
    const { dns, error } = await search(client, ROOT, { ...everything, paged: { pageSize: 50 } });
    expect(dns).toHaveLength(directory.entries.length);
    expect(error).toBe('PagedError');
  });
});

describe('faults', () => {
  beforeEach(() => start());

  test.each([{ paged: false }, { paged: { pageSize: 7 } }])(
    'a size limit ends in result 4 (L5), %j',
    async (paging) => {
      directory.switches.sizeLimit = 20;
      const { dns, error } = await search(client, ROOT, { ...everything, ...paging });
      expect({ error, found: dns.length }).toEqual({ error: 'SizeLimitExceededError', found: 20 });
    },
  );

  test('as many entries as the limit are no error (L5)', async () => {
    directory.switches.sizeLimit = 8;
    expect((await find('(Divcod=CE2)')).error).toBe('');
    directory.switches.sizeLimit = 7;
    expect((await find('(Divcod=CE2)')).error).toBe('SizeLimitExceededError');
  });

  test('the limit of the client counts too (L5)', async () => {
    const { dns, error } = await search(client, ROOT, { ...everything, sizeLimit: 3 });
    expect({ error, found: dns.length }).toEqual({ error: 'SizeLimitExceededError', found: 3 });
  });

  test('lost read rights look like success (L15)', async () => {
    directory.switches.loseReadRights = true;
    expect(await find('(objectClass=*)')).toMatchObject({ dns: [], error: '' });
  });

  test('a connection breaks in the middle of a page, after the entries that it carried (L12)', async () => {
    directory.switches.cutAfter = 60;
    const { dns, error } = await search(client, ROOT, { ...everything, paged: { pageSize: 50 } });
    expect(dns).toHaveLength(60);
    expect(error).not.toBe('');
  });

  test('what is not LDAP is hung up on, and the others are served', async () => {
    const socket = connectSocket(directory.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\n\r\n');
    socket.end();
    await once(socket, 'close');
    expect((await find('(uid=ines.renaud)')).dns).toEqual([INES]);
  });

  test('a port in use is said at the start', async () => {
    await expect(startDirectory({ entries: [], port: directory.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
