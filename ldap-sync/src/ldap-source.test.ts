// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';

import type { DirectoryRecord } from '@volee/core-adapter/directory';

import { ldapSource } from './ldap-source.js';
import { oneDirectory, readAll } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { startTestDirectory, type Behaviour, type TestDirectory } from './testing/test-directory.js';
import {
  ACADEMY,
  EDUCATION,
  group,
  person,
  personDn,
  RIVIERES,
  schoolTree,
  TILLEULS,
  twoSchools,
  unit,
  type TestEntry,
} from './testing/test-entries.js';

const started = stopAfterEach();

async function start(more: TestEntry[] = [], behaviour: Behaviour = {}): Promise<TestDirectory> {
  return started(await startTestDirectory([...twoSchools(), ...more], behaviour));
}

/** One word for each record. */
function words(records: readonly DirectoryRecord[]): string[] {
  return records.map((record) => {
    if (record.type === 'school') return `school ${record.uai}`;
    if (record.type === 'person') return `${record.profile} ${record.key} ${record.uai}`;
    if (record.type === 'group') return `${record.kind} ${record.key} ${record.uai}`;
    if (record.type === 'kinship') return `kinship ${record.guardian} ${record.child}`;
    if (record.type === 'unread-school') return `unread ${record.uai}`;
    return `${record.role} ${record.person} ${record.group} ${record.uai}`;
  });
}

const TWO_SCHOOLS = [
  'school 0999991A',
  'school 0999992B',
  'pupil lea.martin 0999991A',
  'pupil tom.martin 0999992B',
  'teacher paul.durand 0999991A',
  'staff zoe.leroy 0999992B',
  'guardian anne.martin 0999991A',
  'kinship anne.martin lea.martin',
  'kinship anne.martin tom.martin',
  'class cm2 a 0999991A',
  'member lea.martin cm2 a 0999991A',
  'member paul.parti cm2 a 0999991A',
  'teacher paul.durand cm2 a 0999991A',
  'subject higeo 0999992B',
  'member paul.durand higeo 0999992B',
  'class 6b 0999992B',
  'member tom.martin 6b 0999992B',
];

describe('a whole directory', () => {
  test.each([
    { paging: true, pageSize: 500 },
    { paging: true, pageSize: 1 },
    { paging: false, pageSize: 1 },
  ])('L7, L8, L11: schools, then persons, then what names them: %o', async ({ paging, pageSize }) => {
    const directory = await start([], { paging });

    expect(words(await readAll(directory.url, { pageSize }))).toEqual(TWO_SCHOOLS);
  });

  test('several academies are read; other entries beside schools and academies are skipped', async () => {
    const other = `ou=ac-autre,${EDUCATION}`;
    const third = `ou=0999993C,${other}`;
    const directory = await start([
      unit(`ou=ressources,${ACADEMY}`),
      unit(`ou=modeles,${EDUCATION}`),
      unit(other),
      ...schoolTree(third),
      person(third, 'eleves', 'ines.blanc'),
    ]);

    const read = words(await readAll(directory.url));

    expect(read.slice(0, 3)).toEqual(['school 0999991A', 'school 0999992B', 'school 0999993C']);
    expect(read).toContain('pupil ines.blanc 0999993C');
  });

  test('L3: a directory without an academy is empty, which is a valid answer', async () => {
    const directory = started(await startTestDirectory([unit(EDUCATION)]));

    await expect(readAll(directory.url)).resolves.toEqual([]);
  });

  test('L3: an absent or hidden base entry is an error', async () => {
    const directory = await start();

    await expect(readAll(directory.url, { baseDn: 'o=autre,c=fr' })).rejects.toThrow(/has no such entry/);
  });

  test('a school may lack branches', async () => {
    const entries = twoSchools().filter(({ dn }) => !/ou=(responsables|groupes),.*0999992B/.test(dn));
    const directory = started(await startTestDirectory(entries));

    const expected = TWO_SCHOOLS.filter((word) => !word.includes('higeo'));
    expect(words(await readAll(directory.url))).toEqual(expected);
  });

  test('L15 a school without its branch of groups is logged', async () => {
    const directory = started(
      await startTestDirectory(twoSchools().filter(({ dn }) => !/ou=groupes,.*0999992B/.test(dn))),
    );
    const log = recordingLog();

    await readAll(directory.url, {}, log);

    const reason = 'a school with an absent, empty or unreadable branch of groups';
    expect(log.warnings.map(({ fields }) => fields)).toEqual([
      { source: 'ldap', reason, count: 1, examples: [`ou=groupes,${RIVIERES}`] },
    ]);
  });
});

describe("a pupil's class", () => {
  test('comes from the class group; the own entry then adds nothing, and no record is sent twice', async () => {
    const directory = await start([group(RIVIERES, '6C', 'Classe', ['Tom.Martin'])]); // Tom's own entry says 6B

    const read = words(await readAll(directory.url));

    expect(read.filter((word) => /^(class|member tom)/.test(word))).toEqual([
      'class cm2 a 0999991A',
      'class 6c 0999992B',
      'member tom.martin 6c 0999992B',
    ]);
  });

  test('comes from the own entry when no class group names the pupil; the group is sent once', async () => {
    const pupils = ['ana.roux', 'ben.roux'].map((uid) =>
      person(RIVIERES, 'eleves', uid, { ENTEleveClasses: `${RIVIERES}$6b` }),
    );
    const late = person(TILLEULS, 'eleves', 'luc.noir', { ENTEleveClasses: `${TILLEULS}$CM2  A` });
    const directory = await start([...pupils, late]);

    const read = words(await readAll(directory.url));

    expect(read.filter((word) => word.startsWith('class'))).toEqual(['class cm2 a 0999991A', 'class 6b 0999992B']);
    expect(read.filter((word) => word.includes(' 6b ') && word.startsWith('member'))).toHaveLength(3);
    expect(read).toContain('member luc.noir cm2 a 0999991A');
  });

  test('a group of another kind is not taken for the class', async () => {
    const directory = await start([group(RIVIERES, 'Chorale', 'Groupe', ['tom.martin'])]);

    expect(words(await readAll(directory.url))).toContain('member tom.martin 6b 0999992B');
  });

  test('L11: a pupil in two schools appears in both, with a class in each', async () => {
    const classes = { ENTEleveClasses: [`${TILLEULS}$CM2 B`, `${RIVIERES}$6B`] };
    const directory = await start([
      person(TILLEULS, 'eleves', 'ana.roux', classes),
      person(RIVIERES, 'eleves', 'ana.roux', classes),
    ]);

    expect(words(await readAll(directory.url)).filter((word) => word.includes('ana.roux'))).toEqual([
      'pupil ana.roux 0999991A',
      'pupil ana.roux 0999992B',
      'member ana.roux cm2 b 0999991A',
      'member ana.roux 6b 0999992B',
    ]);
  });
});

test('with another key attribute, persons, families and groups use the same keys', async () => {
  const entries = twoSchools().map(({ dn, attributes }, index) => ({
    dn,
    attributes: { ...attributes, intid: [`key-${index}`] },
  }));
  const directory = started(await startTestDirectory(entries));

  const read = await readAll(directory.url, { keyAttribute: 'intid' });

  const keys = new Map(read.flatMap((record) => (record.type === 'person' ? [[record.key, record.login]] : [])));
  const named = read.flatMap((record) =>
    record.type === 'kinship' ? [record.child] : record.type === 'membership' ? [record.person] : [],
  );
  expect([...keys.keys()]).toEqual(expect.arrayContaining([expect.stringMatching(/^key-\d+$/)]));
  expect(named.map((key) => keys.get(key) ?? key)).toEqual([
    'lea.martin',
    'tom.martin',
    'lea.martin',
    'uid=paul.parti',
    'paul.durand',
    'paul.durand',
    'tom.martin',
  ]);
});

test('L1: the filters do not depend on names in the directory or the settings', async () => {
  const hostile = '*)(uid=*';
  const directory = await start([
    person(TILLEULS, 'eleves', hostile, { ENTEleveClasses: `${TILLEULS}$${hostile}` }),
    group(TILLEULS, hostile, 'Classe', [hostile]),
  ]);

  const read = words(await readAll(directory.url, { keyAttribute: 'uid' }));

  expect(read).toContain(`member ${hostile} ${hostile} 0999991A`);
  const filters = new Set(directory.searches.map(({ filter }) => String(filter)));
  expect([...filters]).toEqual(['(ou=ac*)', '(ou=*)', '(|(uid=*)(sn=*)(cn=*))']);
});

test('L10: only the attributes in use are requested', async () => {
  const directory = await start();

  await readAll(directory.url, { keyAttribute: 'entryUUID' });

  const asked = new Set(directory.searches.flatMap(({ attributes }) => attributes));
  expect([...asked].sort()).toEqual(
    [
      ...['ou', 'displayName', 'description', 'o', 'ENTStructureTypeStruct'],
      ...['objectClass', 'uid', 'sn', 'givenName', 'ENTPersonProfils', 'entryUUID', 'objectGUID'],
      ...['ENTEleveClasses', 'Divcod', 'ENTAuxPersRelEleveEleve', 'cn', 'type', 'memberUid'],
      ...['ine', 'ENTPersonDateNaissance', 'dateNaissance', 'Meflcf', 'ENTEleveMEF'],
    ].sort(),
  );
});

test('skipped entries are counted in the log, by reason, with a few examples', async () => {
  const nameless = Array.from({ length: 7 }, (_, index) => person(RIVIERES, 'eleves', `nameless.${index}`, { sn: [] }));
  const directory = await start([
    ...nameless,
    person(TILLEULS, 'responsables', 'jo.seul', {
      ENTAuxPersRelEleveEleve: ['nobody', personDn(TILLEULS, 'eleves', 'lea.martin')],
    }),
  ]);
  const log = recordingLog();

  await readAll(directory.url, { schools: { '0999999Z': { name: 'Nulle part' } } }, log);

  expect(log.warnings.map(({ fields }) => fields)).toEqual([
    {
      source: 'ldap',
      reason: 'a school of the settings that the directory does not have',
      count: 1,
      examples: ['0999999Z'],
    },
    { source: 'ldap', reason: 'a person without sn', count: 7, examples: nameless.slice(0, 5).map(({ dn }) => dn) },
    {
      source: 'ldap',
      reason: 'a child whose DN cannot be read or has no uid',
      count: 1,
      examples: [personDn(TILLEULS, 'responsables', 'jo.seul')],
    },
  ]);
});

describe('the connection is closed with the reading', () => {
  function goneFrom(directory: TestDirectory): Promise<unknown> {
    const [connection] = directory.connections;
    return new Promise((resolve) => connection?.once('close', resolve));
  }

  test('when the reading is complete, abandoned by the consumer, or failed', async () => {
    for (const stopAt of [Infinity, 3]) {
      const directory = await start();
      let count = 0;
      let gone: Promise<unknown> | undefined;
      for await (const record of ldapSource(oneDirectory(directory.url), recordingLog()).read(
        new AbortController().signal,
      )) {
        gone ??= goneFrom(directory);
        count += record ? 1 : 0;
        if (count === stopAt) break;
      }
      await gone;
    }

    const failing = await start([], {
      answer: ({ filter }, response) => String(filter).includes('(cn=*)') && (response.end(4), true),
    });
    await expect(readAll(failing.url)).rejects.toThrow(/size limit/);
    await Promise.all([...failing.connections].filter((one) => !one.destroyed).map((one) => once(one, 'close')));
  });

  test('when the signal aborts: no further records are sent', async () => {
    const directory = await start();
    const controller = new AbortController();
    const reason = new Error('the run was stopped');
    const records: DirectoryRecord[] = [];
    const reading = async (): Promise<void> => {
      for await (const record of ldapSource(oneDirectory(directory.url), recordingLog()).read(controller.signal)) {
        records.push(record);
        if (record.type === 'person') controller.abort(reason);
      }
    };

    await expect(reading()).rejects.toBe(reason);
    // Records that were received together are still delivered; the host does not ask for more (`interruptible`).
    expect(words(records)).toEqual(TWO_SCHOOLS.slice(0, records.length));
    expect(records.length).toBeLessThan(TWO_SCHOOLS.length);
  });
});

test('the label of a source is the configured one, or that of its layout when the source is the only one', () => {
  const labelOf = (settings: object, name = 'ldap'): string | undefined =>
    ldapSource({ ...oneDirectory('ldap://127.0.0.1', settings), name }, recordingLog()).label;
  expect(labelOf({})).toBe('Scribe');
  expect(labelOf({ layout: 'sdet' })).toBe('ENT');
  expect(labelOf({ label: 'Écoles du Jura' }, 'jura')).toBe('Écoles du Jura');
  expect(labelOf({}, 'jura')).toBeUndefined();
});
