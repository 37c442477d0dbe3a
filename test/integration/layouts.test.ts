// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { activateAlone } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import {
  AD_READER,
  AD_ROOT,
  READER,
  ROOT,
  scribeAdEntries,
  scribeEntries,
  SDET_READER,
  SDET_ROOT,
  sdetEntries,
  startDirectory,
  toLdif,
  type Directory,
  type LdapEntry,
} from '../envole-box/index.js';
import { customExample } from '../repository/reference/custom-example.js';
import { describeWith, startSlapd } from '../services/index.js';

interface Reading {
  readonly records: readonly DirectoryRecord[];
  readonly warnings: readonly object[];
}

/** Reads a directory with settings as in `volee.yaml`. */
async function read(settings: object): Promise<Reading> {
  const warnings: object[] = [];
  const ignore = (): void => undefined;
  const log = { debug: ignore, info: ignore, error: ignore, warn: (fields: object) => void warnings.push(fields) };
  const { sources } = await activateAlone(ldapSync, { settings, log });
  const records: DirectoryRecord[] = [];
  for (const source of sources)
    for await (const record of source.read(new AbortController().signal)) records.push(record);
  return { records, warnings };
}

function texts(
  records: readonly DirectoryRecord[],
  chosen: (record: DirectoryRecord) => boolean = () => true,
): string[] {
  return records
    .filter(chosen)
    .map((record) => JSON.stringify(Object.entries(record).sort()))
    .sort();
}

const started: { stop(): Promise<void> }[] = [];
afterAll(async () => {
  for (const server of started) await server.stop();
});

async function boxOf(entries: readonly LdapEntry[]): Promise<Directory> {
  const directory = await startDirectory({ entries });
  started.push(directory);
  return directory;
}

const scribeLogin = { bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT, layout: 'scribe' };
const adLogin = { bindDn: AD_READER.dn, bindPassword: AD_READER.password, baseDn: AD_ROOT, layout: 'scribe-ad' };
const sdetLogin = { bindDn: SDET_READER.dn, bindPassword: SDET_READER.password, baseDn: SDET_ROOT, layout: 'sdet' };

let scribe: Reading;
beforeAll(async () => {
  scribe = await read({ ...scribeLogin, url: (await boxOf(scribeEntries())).url });
});

/** Whether an ENT without group entries has this record: it has classes and pupils' groups, and no subjects or services. */
function isOfSdet(record: DirectoryRecord): boolean {
  if (record.type === 'group') return record.kind === 'class';
  return record.type !== 'membership' || classes().has(`${record.uai} ${record.group}`);
}

function classes(): ReadonlySet<string> {
  const ofKind = scribe.records.filter((record) => record.type === 'group' && record.kind === 'class');
  return new Set(ofKind.map((record) => (record.type === 'group' ? `${record.uai} ${record.key}` : '')));
}

/** Paul appears only as a member of a Scribe group; layouts with groups in persons' entries do not have this membership. */
const isOfNobody = (record: DirectoryRecord): boolean => record.type === 'membership' && record.person === 'paul.parti';

describe('all layouts give the same records for the same people', () => {
  test('scribe gives the details of pupils that the livret needs', () => {
    const pupils = scribe.records.filter((record) => record.type === 'person' && record.profile === 'pupil');
    const others = scribe.records.filter((record) => record.type === 'person' && record.profile !== 'pupil');

    expect(pupils.length).toBeGreaterThan(60);
    for (const pupil of pupils) {
      const level = expect.stringMatching(/^(CE2|CM1|CM2|6E)$/);
      expect(pupil).toMatchObject({ ine: expect.stringMatching(/^9900\d{6}X$/), level });
      expect(pupil).toMatchObject({ birthDate: expect.stringMatching(/^201\d-\d\d-\d\d$/) });
    }
    for (const person of others) {
      for (const detail of ['ine', 'birthDate', 'level']) expect(person).not.toHaveProperty(detail);
    }
  });

  test('each person has the stable id of the entry', () => {
    const persons = scribe.records.filter((record) => record.type === 'person');
    const own = scribeEntries().flatMap(({ attributes }) => (attributes['uid'] ? (attributes['entryUUID'] ?? []) : []));

    expect(persons.map(({ stableId }) => stableId)).toEqual(own);
    expect(new Set(own).size).toBe(persons.length);
  });

  test('scribe-ad: schools in small letters, accounts by CN, members by DN', async () => {
    const { records, warnings } = await read({ ...adLogin, url: (await boxOf(scribeAdEntries())).url });

    expect(texts(records)).toEqual(texts(scribe.records));
    expect(warnings).toEqual([]);
  });

  test('L10: objectGUID, which an AD sends as bytes, is a stable id, and the key if configured', async () => {
    const login = { ...adLogin, url: (await boxOf(scribeAdEntries())).url, keyAttribute: 'objectGUID' };
    const persons = (await read(login)).records.filter((record) => record.type === 'person');

    expect(persons).toHaveLength(scribe.records.filter(({ type }) => type === 'person').length);
    for (const { key, stableId } of persons)
      expect([key, stableId]).toEqual([stableId, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  test('sdet: a class value that starts with a DN, a UAI or a key', async () => {
    const { records, warnings } = await read({ ...sdetLogin, url: (await boxOf(sdetEntries())).url });

    const expected = texts(scribe.records, (record) => isOfSdet(record) && !isOfNobody(record));
    expect(texts(records, isOfSdet)).toEqual(expected);
    expect(records).toContainEqual(expect.objectContaining({ type: 'group', kind: 'work' }));
    expect(warnings).toEqual([]);
  });

  test('custom, with the settings of the reference: the same as sdet, and with groups the same as scribe', async () => {
    const { url } = await boxOf(sdetEntries());
    const ofSdet = await read({ ...sdetLogin, url, layout: 'custom', custom: customExample()['custom'] });
    expect(texts(ofSdet.records)).toEqual(texts((await read({ ...sdetLogin, url })).records));

    const ofScribe = await read({
      ...{ ...scribeLogin, layout: 'custom', url: (await boxOf(scribeEntries())).url },
      custom: scribeInWords,
    });
    expect(texts(ofScribe.records)).toEqual(texts(scribe.records));
  });

  test.each(['administrateur', 'Administrateur'])(
    'objectClass %s makes a teacher, never an administrator',
    async (name) => {
      for (const [entries, login] of [
        [scribeEntries(), scribeLogin],
        [scribeAdEntries(), adLogin],
        [sdetEntries(), sdetLogin],
      ] as const) {
        for (const { attributes } of entries) {
          if (attributes['sn']) attributes['objectClass']?.push(name);
        }
        const { records } = await read({ ...login, url: (await boxOf(entries)).url });
        const profiles = new Set(records.flatMap((record) => (record.type === 'person' ? [record.profile] : [])));

        expect(texts(records, ({ type }) => type === 'person')).toEqual(
          texts(scribe.records, ({ type }) => type === 'person'),
        );
        expect([...profiles].sort()).toEqual(['guardian', 'pupil', 'staff', 'teacher']);
      }
    },
  );
});

/** The behaviour of the layout `scribe`, expressed as `custom` settings. */
const scribeInWords = {
  schools: { filter: '(&(ou=*)(description=*))', uai: 'ou', name: 'description' },
  persons: {
    filter: '(&(uid=*)(ENTPersonProfils=*))',
    login: 'uid',
    familyName: 'sn',
    givenName: 'givenName',
    displayName: 'displayName',
    profile: 'ENTPersonProfils',
    classes: 'ENTEleveClasses',
    children: 'ENTAuxPersRelEleveEleve',
    ine: 'ine',
    birthDate: ['ENTPersonDateNaissance', 'dateNaissance'],
    level: 'Meflcf',
  },
  groups: { filter: '(objectClass=posixGroup)', name: 'cn', kind: 'type', label: 'description', members: 'memberUid' },
};

describeWith(['slapd'], 'layouts before OpenLDAP', () => {
  test('sdet and custom read the same records as from the embedded directory, with large and small pages', async () => {
    const server = await startSlapd({ ldif: toLdif(sdetEntries()), suffix: SDET_ROOT });
    started.push(server);
    const box = await boxOf(sdetEntries());
    const expected = texts((await read({ ...sdetLogin, url: box.url })).records);

    for (const pageSize of [500, 7]) {
      expect(texts((await read({ ...sdetLogin, url: server.url, pageSize })).records)).toEqual(expected);
    }
    const written = { ...sdetLogin, layout: 'custom', url: server.url, custom: customExample()['custom'] };
    expect(texts((await read(written)).records)).toEqual(expected);
  });

  test('custom reads a Scribe like the layout scribe', async () => {
    const server = await startSlapd({ ldif: toLdif(scribeEntries()) });
    started.push(server);
    const { records } = await read({ ...scribeLogin, layout: 'custom', url: server.url, custom: scribeInWords });

    expect(texts(records)).toEqual(texts(scribe.records));
  });
});
