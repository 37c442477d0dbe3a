// SPDX-License-Identifier: EUPL-1.2
import { GROUP_KINDS } from '@volee/core-adapter';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { activateAlone } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import {
  ROOT,
  samplePeople,
  sampleSchools,
  scribeEntries,
  startDirectory,
  toLdif,
  type Directory,
} from '../envole-box/index.js';
import { describeWith, startSlapd, type SlapdOptions, type SlapdServer } from '../services/index.js';

type RecordOf<Type extends DirectoryRecord['type']> = Extract<DirectoryRecord, { type: Type }>;

interface Reading {
  readonly records: readonly DirectoryRecord[];
  /** The reasons for leaving entries out. */
  readonly warnings: readonly object[];
}

/** Activates the brick as the host does, with settings as they stand in `volee.yaml`, and reads its one source. */
async function read(written: object): Promise<Reading> {
  const warnings: object[] = [];
  const ignore = (): void => undefined;
  const { sources } = await activateAlone(ldapSync, {
    settings: { baseDn: ROOT, layout: 'scribe', ...written },
    log: { debug: ignore, info: ignore, error: ignore, warn: (fields) => void warnings.push(fields) },
  });
  const records: DirectoryRecord[] = [];
  for (const source of sources)
    for await (const record of source.read(new AbortController().signal)) records.push(record);
  return { records, warnings };
}

function sorted(records: readonly DirectoryRecord[]): string[] {
  return records.map((record) => JSON.stringify(record)).sort();
}

let box: Directory;
let reading: Reading;
let login: { bindDn: string; bindPassword: string };

beforeAll(async () => {
  box = await startDirectory({ entries: scribeEntries() });
  login = { bindDn: box.reader.dn, bindPassword: box.reader.password };
  reading = await read({ url: box.url, ...login });
});
afterAll(() => box.stop());

function ofType<Type extends DirectoryRecord['type']>(type: Type): RecordOf<Type>[] {
  return reading.records.filter((record): record is RecordOf<Type> => record.type === type);
}

function personOf(loginName: string): RecordOf<'person'> | undefined {
  return ofType('person').find((person) => person.login === loginName);
}

describe('the sample directory', () => {
  test('has its three schools, with their names and kinds', () => {
    expect(ofType('school').map(({ uai, name, kind }) => ({ uai, name, kind }))).toEqual(
      sampleSchools.map(({ uai, name, kind }) => ({ uai, name, kind })),
    );
  });

  test('has every person once, with the profile and school of the entry', () => {
    const profiles = {
      eleve: 'pupil',
      enseignant: 'teacher',
      administratif: 'staff',
      responsable: 'guardian',
    } as const;
    const expected = samplePeople.map(({ login: key, displayName, profile, uai }) => ({
      key,
      displayName,
      profile: profiles[profile],
      uai,
    }));
    const found = ofType('person').map(({ key, displayName, profile, uai }) => ({ key, displayName, profile, uai }));

    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(reading.warnings).toEqual([]);
  });

  test('has as many ties as its entries name', () => {
    const entries = scribeEntries();
    const groups = entries.filter(({ attributes }) => attributes['memberUid'] && attributes['type']?.[0] !== 'Base');
    const named = (attribute: string, among = entries): number =>
      among.flatMap(({ attributes }) => attributes[attribute] ?? []).length;

    expect(ofType('kinship')).toHaveLength(named('ENTAuxPersRelEleveEleve'));
    expect(ofType('membership')).toHaveLength(named('memberUid', groups));
  });

  test('spells people as they are written, and their logins without case', () => {
    expect(personOf('noe.vernier')).toMatchObject({ key: 'noe.vernier', givenName: 'Noé', familyName: 'Vernier' });
    expect(personOf('emilie.obrien')).toMatchObject({ familyName: "O'Brien", profile: 'teacher' });
    expect(personOf('hugo.mercier1')).toMatchObject({ displayName: 'Hugo Mercier', profile: 'pupil' });
    expect(personOf('pascal.guyon')).toMatchObject({ profile: 'staff' });
  });

  test('L9: has the classes of each school, each with its pupils and its team', () => {
    const classes = ofType('group').filter(({ kind }) => kind === 'class');
    const members = ofType('membership');

    expect(classes.filter(({ uai }) => uai === sampleSchools[0]?.uai).map(({ name }) => name)).toEqual([
      'CE2',
      'CM1-CM2',
      'CM2',
    ]);
    const ofClass = members.filter(({ group, uai }) => group === 'cm1-cm2' && uai === sampleSchools[0]?.uai);
    expect(ofClass.filter(({ role }) => role === 'member')).toHaveLength(24);
    expect(ofClass).toContainEqual(expect.objectContaining({ person: 'noe.vernier', role: 'member' }));
    expect(ofClass.filter(({ role }) => role === 'teacher').map(({ person }) => person)).toEqual(['claire.vuillemin']);
  });

  test('has every kind of group but the machine’s own, and a comma in a name', () => {
    const groups = ofType('group');

    expect(new Set(groups.map(({ kind }) => kind))).toEqual(new Set(GROUP_KINDS));
    expect(groups.map(({ key }) => key)).not.toContain('eleves');
    expect(groups.map(({ key }) => key)).not.toContain('profs-cm2');
    expect(groups).toContainEqual(expect.objectContaining({ key: 'higeo', name: 'Histoire-géographie' }));
    expect(groups).toContainEqual(expect.objectContaining({ key: 'journal, radio', name: 'Journal, radio' }));
  });

  test('L11: has families across two schools, and teachers in two', () => {
    const children = ofType('kinship').filter(({ guardian }) => guardian === 'sophie.renaud');
    const schools = new Set(
      ofType('membership').flatMap(({ person, uai }) => (person === 'claire.vuillemin' ? uai : [])),
    );

    expect(children.map(({ child }) => child)).toEqual(['ines.renaud', 'jules.renaud']);
    expect(new Set(children.map(({ child }) => personOf(child)?.uai)).size).toBe(2);
    expect(schools.size).toBe(2);
  });

  test('gives schools before their content, and persons before records that refer to them', () => {
    const seen = new Set<string>();
    const unknown = new Set<string>();
    const expectSeen = (key: string): unknown => seen.has(key) || unknown.add(key);
    for (const record of reading.records) {
      if (record.type === 'school') seen.add(record.uai);
      else if (record.type === 'kinship') [record.guardian, record.child].forEach(expectSeen);
      else expectSeen(record.uai);
      if (record.type === 'person') seen.add(record.key);
      if (record.type === 'group') seen.add(`${record.uai} ${record.key}`);
      if (record.type === 'membership') [record.person, `${record.uai} ${record.group}`].forEach(expectSeen);
    }

    // The sample names these logins without having them.
    expect([...unknown].sort()).toEqual(['lucie.disparue', 'paul.parti']);
  });

  test.each([
    { paging: true, pageSize: 7 },
    { paging: false, pageSize: 7 },
  ])('L7: reads the same in other portions: %o', async ({ paging, pageSize }) => {
    box.switches.paging = paging;
    try {
      expect(sorted((await read({ url: box.url, ...login, pageSize })).records)).toEqual(sorted(reading.records));
    } finally {
      box.switches.paging = true;
    }
  });

  test.each([
    [{ sizeLimit: 10 }, /stopped at its size limit/],
    [{ cutAfter: 40 }, /closed the connection/],
    [{ readers: [] }, /does not allow cn=reader,o=gouv,c=fr to read/],
  ])('L5, L12, L15: with %o there is no answer', async (fault, sentence) => {
    const before = { ...box.switches };
    Object.assign(box.switches, fault);
    try {
      await expect(read({ url: box.url, ...login })).rejects.toThrow(sentence);
    } finally {
      Object.assign(box.switches, { sizeLimit: undefined, cutAfter: undefined, readers: undefined, ...before });
    }
  });
});

describeWith(['slapd'], 'ldap-sync before OpenLDAP', () => {
  const started: SlapdServer[] = [];
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });

  async function slapd(options: Partial<SlapdOptions> = {}): Promise<object> {
    const server = await startSlapd({ ldif: toLdif(scribeEntries()), ...options });
    started.push(server);
    return { url: server.url, ...login };
  }

  test('reads the same records as from the embedded directory, with large and small pages', async () => {
    const directory = await slapd();

    for (const pageSize of [500, 3]) {
      const { records, warnings } = await read({ ...directory, pageSize });
      expect(sorted(records)).toEqual(sorted(reading.records));
      expect(warnings).toEqual([]);
    }
  });

  test('identifies persons by entryUUID, which must be requested', async () => {
    const { records } = await read({ ...(await slapd()), keyAttribute: 'entryUUID' });

    const persons = records.filter((record) => record.type === 'person');
    const claire = persons.find((person) => person.login === 'claire.vuillemin');
    expect(persons).toHaveLength(samplePeople.length);
    expect(claire?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(persons.map(({ stableId }) => stableId)).toEqual(persons.map(({ key }) => key));
    expect(records).toContainEqual(
      expect.objectContaining({ type: 'membership', role: 'teacher', person: claire?.key }),
    );
  });

  test('L9: two entries with one uid, in two schools, are two records, each with the stable id of its entry', async () => {
    const head = scribeEntries().find(({ dn }) => dn.startsWith('uid=odile.ravier,'));
    const pupil = scribeEntries().find(({ dn }) => dn.startsWith('uid=ines.renaud,'));
    if (!head || !pupil) throw new Error('the sample has changed');
    const { entryUUID: _own, ...attributes } = pupil.attributes;
    const dn = pupil.dn.replace('ines.renaud', 'odile.ravier');
    const reused = { dn, attributes: { ...attributes, uid: ['odile.ravier'] } };
    const { records } = await read(await slapd({ ldif: toLdif([...scribeEntries(), reused]) }));

    const found = records.filter((record) => record.type === 'person' && record.key === 'odile.ravier');
    const id = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(found).toEqual([
      expect.objectContaining({ profile: 'teacher', stableId: head.attributes['entryUUID']?.[0] }),
      expect.objectContaining({ profile: 'pupil', stableId: id }),
    ]);
    expect(new Set(found.map((record) => record.type === 'person' && record.stableId)).size).toBe(2);
    expect(new Set(found.map((record) => record.type === 'person' && record.uai)).size).toBe(2);
  });

  test('L5: a size limit over all pages is no answer', async () => {
    await expect(read(await slapd({ sizeLimit: 10, pagedTotal: 'hard' }))).rejects.toThrow(/stopped at its size limit/);
  });

  test('L6: a base that slapd refers elsewhere is no answer', async () => {
    const referral = {
      dn: `ou=education,${ROOT}`,
      attributes: { objectClass: ['referral', 'extensibleObject'], ou: ['education'], ref: ['ldap://127.0.0.1:1/o=x'] },
    };
    const root = scribeEntries().slice(0, 2);

    await expect(read(await slapd({ ldif: toLdif([...root, referral]) }))).rejects.toThrow(
      /refers to another server \(ldap:\/\/127\.0\.0\.1:1\/o=x/,
    );
  });

  const moulin = `ou=0399002Y,ou=ac-besancon,ou=education,${ROOT}`;
  const referralAt = (dn: string) => {
    const ou = /^ou=([^,]+)/.exec(dn)?.[1] ?? '';
    const attributes = { objectClass: ['referral', 'extensibleObject'], ou: [ou], ref: [`ldap://127.0.0.1:1/${dn}`] };
    return { dn, attributes };
  };

  test('L6: custom: a branch of one school that is elsewhere is told with the school and the address', async () => {
    const ldif = toLdif([...scribeEntries(), referralAt(`ou=annexe,ou=eleves,ou=utilisateurs,${moulin}`)]);
    const schools = { filter: '(&(ou=*)(description=*))', uai: 'ou', name: 'description' };
    const persons = { filter: '(sn=*)', login: 'uid', familyName: 'sn', profile: 'ENTPersonProfils' };

    const error: unknown = await read({
      ...(await slapd({ ldif })),
      layout: 'custom',
      custom: { schools, persons },
    }).catch((one: unknown) => one);

    expect(String(error)).toMatch(
      /The school 0399002Y cannot be read in full, and nothing of any school was changed\./,
    );
    expect(String(error)).toMatch(/refers to another server \(ldap:\/\/127\.0\.0\.1:1\/ou=annexe,ou=eleves,/);
    const remedy = 'Write the address of that server in url, or read it as a separate source.';
    expect(error).toMatchObject({ remedy });
  });

  test.each([
    ['a branch', `ou=eleves,ou=utilisateurs,${moulin}`, 500],
    ['a branch, in small pages', `ou=groupes,${moulin}`, 3],
    ['the whole school', moulin, 500],
  ])('L6: scribe: %s that is elsewhere leaves the other schools to be read', async (_what, dn, pageSize) => {
    const entries = scribeEntries().filter((entry) => !entry.dn.endsWith(dn));
    const { records } = await read({ ...(await slapd({ ldif: toLdif([...entries, referralAt(dn)]) })), pageSize });

    expect(records.filter(({ type }) => type === 'unread-school')).toEqual([
      {
        type: 'unread-school',
        uai: '0399002Y',
        reason: expect.stringContaining(`refers to another server (ldap://127.0.0.1:1/${dn}?`),
      },
    ]);
    const isElsewhere = (record: DirectoryRecord): boolean => 'uai' in record && record.uai === '0399002Y';
    const ofOthers = (all: readonly DirectoryRecord[]): DirectoryRecord[] =>
      all.filter((record) => record.type !== 'kinship' && !isElsewhere(record));
    expect(sorted(ofOthers(records))).toEqual(sorted(ofOthers(reading.records)));
    expect(records.filter(isElsewhere).length).toBeLessThan(reading.records.filter(isElsewhere).length);
  });

  test('L6: so is a branch that is elsewhere under another name, without a school', async () => {
    const entries = scribeEntries();
    const pupils = entries.find(({ dn }) => dn.startsWith('ou=eleves,'))?.dn ?? '';
    const elsewhere = {
      dn: `ou=annexe,${pupils}`,
      attributes: { objectClass: ['referral', 'extensibleObject'], ou: ['annexe'], ref: ['ldap://127.0.0.1:1/o=x'] },
    };

    await expect(read(await slapd({ ldif: toLdif([...entries, elsewhere]) }))).rejects.toThrow(
      /refers to another server/,
    );
  });

  test('a wrong password is told', async () => {
    await expect(read({ ...(await slapd()), bindPassword: 'wrong' })).rejects.toThrow(
      /refuses the name or the password/,
    );
  });
});
