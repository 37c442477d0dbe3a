// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

import ldapjs, { type SearchOptions } from 'ldapjs';

import { scribeEntries } from '../envole-box/sample/scribe-entries.js';
import { toLdif } from '../envole-box/sample/to-ldif.js';
import { describeWith } from './describe-with.js';
import { startSlapd, type SlapdOptions, type SlapdServer } from './slapd.js';
import { twoSchools } from './slapd-entries.js';

const base = 'o=gouv,c=fr';
type Found = Map<string, Record<string, string[]>>;

/** The entries that an anonymous reader sees: distinguished name → attributes. */
async function read(server: SlapdServer, search: SearchOptions, searchBase = base): Promise<Found> {
  const client = ldapjs.createClient({ url: [server.url] });
  const found: Found = new Map();
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.search(searchBase, { scope: 'sub', ...search }, (error, answer) => {
        if (error) return reject(error);
        answer.on('searchEntry', ({ pojo }) =>
          found.set(pojo.objectName, Object.fromEntries(pojo.attributes.map(({ type, values }) => [type, values]))),
        );
        answer.on('error', reject);
        answer.on('end', () => resolve());
      });
    });
  } finally {
    client.destroy();
  }
  return found;
}

async function withServer(
  options: Omit<SlapdOptions, 'ldif'>,
  use: (server: SlapdServer) => Promise<void>,
): Promise<void> {
  const server = await startSlapd({ ldif: twoSchools(), ...options });
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

describeWith(['slapd'], 'an OpenLDAP with the schema of Scribe', () => {
  let server: SlapdServer;

  beforeAll(async () => {
    server = await startSlapd({ ldif: twoSchools() });
  });
  afterAll(() => server.stop());

  test('pupils of two schools come back with their attributes', async () => {
    const found = await read(server, { filter: '(ENTPersonProfils=eleve)' });
    const lea = found.get(
      'uid=lea.martin,ou=local,ou=eleves,ou=utilisateurs,ou=0999999Z,ou=ac-test,ou=education,o=gouv,c=fr',
    );

    expect(found.size).toBe(2);
    expect(lea).toMatchObject({
      givenName: ['Léa'],
      ENTEleveClasses: ['ou=0999999Z,ou=ac-test,ou=education,o=gouv,c=fr$3A'],
    });
  });

  test('a group is found by the login of a member and names its kind', async () => {
    const found = await read(server, { filter: '(memberuid=tom.petit)' });

    expect([...found.values()]).toEqual([expect.objectContaining({ cn: ['6B'], type: ['Classe'], niveau: ['3eme'] })]);
  });

  test('it offers pages, synchronisation and time stamps', async () => {
    const dse = await read(server, { scope: 'base', attributes: ['supportedControl'] }, '');
    const entries = await read(server, { filter: '(uid=*)', attributes: ['entryUUID', 'modifyTimestamp'] });

    expect(dse.get('')?.['supportedControl']).toEqual(
      expect.arrayContaining(['1.2.840.113556.1.4.319', '1.3.6.1.4.1.4203.1.9.1.1']),
    );
    const suffix = await read(server, { scope: 'base', attributes: ['contextCSN'] });

    // The overlay syncprov keeps it (RFC 4533); the control alone comes with the loaded module.
    expect(suffix.get(base)?.['contextCSN']).toHaveLength(1);
    expect(entries.size).toBe(8);
    for (const entry of entries.values()) {
      expect(entry).toEqual({ entryUUID: [expect.any(String)], modifyTimestamp: [expect.any(String)] });
    }
  });

  test('a password is never read, and opens by a bind', async () => {
    const found = await read(server, { filter: '(userPassword=*)' });
    expect(found.size).toBe(0);

    await expect(bind(server, server.adminDn, server.adminPassword)).resolves.toBeUndefined();
    await expect(bind(server, server.adminDn, 'wrong')).rejects.toThrow('Invalid Credentials');
  });
});

describeWith(['slapd'], 'the limits of an OpenLDAP (L5, L7)', () => {
  test('more than the size limit is refused; pages go past it', async () => {
    await withServer({ sizeLimit: 3 }, async (server) => {
      await expect(read(server, { filter: '(uid=*)' })).rejects.toThrow('Size Limit Exceeded');
      expect((await read(server, { filter: '(uid=*)', paged: { pageSize: 2 } })).size).toBe(8);
    });
  });

  test('pages may be refused', async () => {
    await withServer({ pagedTotal: 'disabled' }, async (server) => {
      await expect(read(server, { filter: '(uid=*)', paged: { pageSize: 2 } })).rejects.toThrow('Admin Limit Exceeded');
    });
  });
});

describeWith(['slapd'], 'the start and the end of an OpenLDAP', () => {
  test('an entry outside the schema is told in the words of slapadd', async () => {
    const ldif = `${twoSchools()}\ndn: cn=nobody,${base}\nobjectClass: inventedClass\ncn: nobody\n`;

    await expect(startSlapd({ ldif })).rejects.toThrow(/inventedClass/);
  });

  test('the sample schools of the embedded ENVOLE load, every entry of them', async () => {
    const entries = scribeEntries();
    const server = await startSlapd({ ldif: toLdif(entries) });
    try {
      expect((await read(server, { attributes: ['1.1'] })).size).toBe(entries.length);
    } finally {
      await server.stop();
    }
  });

  test('stop() removes what it wrote', async () => {
    const server = await startSlapd({ ldif: twoSchools() });
    expect(existsSync(server.folder)).toBe(true);

    await server.stop();

    expect(existsSync(server.folder)).toBe(false);
    await expect(read(server, { filter: '(uid=*)' })).rejects.toThrow('ECONNREFUSED');
  });
});

function bind(server: SlapdServer, dn: string, password: string): Promise<void> {
  const client = ldapjs.createClient({ url: [server.url] });
  return new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.bind(dn, password, (error) => (error ? reject(error) : resolve()));
  }).finally(() => client.destroy());
}
