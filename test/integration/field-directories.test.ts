// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { activateAlone } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import {
  ACADEMY,
  READER,
  ROOT,
  startDirectory,
  toLdif,
  type DirectorySwitches,
  type LdapEntry,
} from '../envole-box/index.js';
import { describeWith, startSlapd } from '../services/index.js';

// Directories as found in the field: each oddity has a test, in two schools (invented people).

const FIRST = `ou=0999991A,${ACADEMY}`;
const SECOND = `ou=0999992B,${ACADEMY}`;

function unit(dn: string): LdapEntry {
  const [, ou = ''] = /^ou=([^,]+)/.exec(dn) ?? [];
  return { dn, attributes: { objectClass: ['top', 'organizationalUnit'], ou: [ou] } };
}

function schoolTree(dn: string): LdapEntry[] {
  const branches = ['eleves', 'personnels', 'responsables'].map((name) => `ou=${name},ou=utilisateurs,${dn}`);
  return [dn, `ou=utilisateurs,${dn}`, ...branches, `ou=groupes,${dn}`].map(unit);
}

const TREE: readonly LdapEntry[] = [
  { dn: ROOT, attributes: { objectClass: ['top', 'organization'], o: ['gouv'] } },
  {
    dn: READER.dn,
    attributes: {
      objectClass: ['top', 'organizationalRole', 'simpleSecurityObject'],
      cn: ['reader'],
      userPassword: [READER.password],
    },
  },
  unit(`ou=education,${ROOT}`),
  unit(ACADEMY),
  ...schoolTree(FIRST),
  ...schoolTree(SECOND),
];

/** Escapes the characters that separate parts of a DN (RFC 4514 §2.4). */
function escaped(value: string): string {
  return value.replace(/[\\,+"<>;=]/g, '\\$&').replace(/^ | $/g, '\\ ');
}

const CLASSES = ['top', 'inetOrgPerson', 'ENTPerson'];
const OWN = { eleves: ['ENTEleve', 'Eleves'], personnels: ['administrateur'], responsables: ['responsable'] };

function person(
  school: string,
  branch: keyof typeof OWN,
  uid: string,
  values: Record<string, string[]> = {},
): LdapEntry {
  const objectClass = [...CLASSES, ...OWN[branch]];
  return {
    dn: `uid=${escaped(uid)},ou=${branch},ou=utilisateurs,${school}`,
    attributes: { objectClass, uid: [uid], cn: [uid], sn: ['NOM'], ...values },
  };
}

let number = 10_000;
function group(school: string, cn: string, type: string, memberUid: string[]): LdapEntry {
  number += 1;
  const own = { objectClass: ['top', 'posixGroup', 'eolegroupe'], cn: [cn], type: [type], gidNumber: [String(number)] };
  return {
    dn: `cn=${escaped(cn)},ou=groupes,${school}`,
    attributes: { ...own, ...(memberUid.length > 0 ? { memberUid } : {}) },
  };
}

interface Reading {
  readonly words: readonly string[];
  readonly warnings: readonly object[];
  readonly mark: string | undefined;
}

/** A record as one line, with display names. */
function wordOf(record: DirectoryRecord): string {
  if (record.type === 'school') return `school ${record.uai}`;
  if (record.type === 'person') return `${record.profile} ${record.key} ${record.uai}`;
  if (record.type === 'group') return `${record.kind} "${record.name}" ${record.uai}`;
  if (record.type === 'kinship') return `kinship ${record.guardian} ${record.child}`;
  if (record.type === 'unread-school') return `unread ${record.uai}`;
  return `${record.role} ${record.person} of "${record.group}" ${record.uai}`;
}

interface Field {
  /** Reads the two schools together with the given entries. */
  read(more: readonly LdapEntry[], settings?: object, switches?: Partial<DirectorySwitches>): Promise<Reading>;
}

async function readAt(url: string, settings: object): Promise<Reading> {
  const warnings: object[] = [];
  const ignore = (): void => undefined;
  const log = { debug: ignore, info: ignore, error: ignore, warn: (fields: object) => void warnings.push(fields) };
  const login = { url, bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT, layout: 'scribe' };
  const { sources } = await activateAlone(ldapSync, { settings: { ...login, ...settings }, log });
  const [source] = sources;
  const words: string[] = [];
  for await (const record of source?.read(new AbortController().signal) ?? []) words.push(wordOf(record));
  return { words, warnings, mark: await source?.fingerprint?.(new AbortController().signal) };
}

const embedded: Field = {
  read: async (more, settings = {}, switches = {}) => {
    const directory = await startDirectory({ entries: [...TREE, ...more], ...switches });
    try {
      return await readAt(directory.url, settings);
    } finally {
      await directory.stop();
    }
  },
};

const openLdap: Field = {
  read: async (more, settings = {}) => {
    const server = await startSlapd({ ldif: toLdif([...TREE, ...more]) });
    try {
      return await readAt(server.url, settings);
    } finally {
      await server.stop();
    }
  },
};

function fieldTests(field: Field): void {
  test('L8: all entries in one page, and in one page that is exactly full', async () => {
    const pupils = Array.from({ length: 8 }, (_, index) =>
      person(index % 2 ? FIRST : SECOND, 'eleves', `pupil.${index}`),
    );

    for (const pageSize of [8, 9, 10_000]) {
      const { words } = await field.read(pupils, { pageSize });
      expect(words.filter((word) => word.startsWith('pupil'))).toHaveLength(8);
    }
  });

  test('L1 L2 L9: accents, $, /, quotes, commas and spaces in names of classes and people', async () => {
    const names = ['6è "A"', "l'été / hiver", 'CM1, CM2', 'a$b', 'ULIS + (1*)', 'É\\B'];
    const pupils = names.map((name, index) =>
      person(SECOND, 'eleves', `pupil.${index}`, { ENTEleveClasses: [`${SECOND}$${name}`] }),
    );
    const { words, warnings } = await field.read([
      ...pupils,
      group(FIRST, 'CE2 « été »', 'Classe', ['o’brien, "bob"']),
      person(FIRST, 'eleves', 'o’brien, "bob"'),
      person(FIRST, 'eleves', 'zoé.lé', { sn: ["D'Angelo-Ñandú  "] }),
    ]);

    expect(words).toEqual(expect.arrayContaining(names.map((name) => `class "${name}" 0999992B`)));
    expect(words).toContain('class "CE2 « été »" 0999991A');
    expect(words).toContain('member o’brien, "bob" of "ce2 « été »" 0999991A');
    expect(words).toContain('pupil zoé.lé 0999991A');
    expect(warnings).toMatchObject([{ reason: expect.stringContaining('branch of groups') }]);
  });

  test('L9: class names that differ by spaces and case are one class', async () => {
    const { words } = await field.read([
      person(FIRST, 'eleves', 'ana', { ENTEleveClasses: [`${FIRST}$CM2 A `] }),
      person(FIRST, 'eleves', 'bea', { ENTEleveClasses: [`${FIRST}$cm2  a`] }),
      group(FIRST, 'CM2 A', 'Classe', ['ana']),
    ]);

    expect(words.filter((word) => word.startsWith('class'))).toEqual(['class "CM2 A" 0999991A']);
    expect(words).toContain('member bea of "cm2 a" 0999991A');
  });

  test('L9: a uid that differs by case in groups and families is one person', async () => {
    const { words } = await field.read([
      person(FIRST, 'eleves', 'Lea.MARTIN'),
      person(SECOND, 'responsables', 'anne', {
        ENTAuxPersRelEleveEleve: [`UID=LEA.martin,ou=eleves,ou=utilisateurs,${FIRST}`],
      }),
      group(FIRST, '6A', 'Classe', ['lea.Martin', 'LEA.MARTIN']),
    ]);

    expect(words.filter((word) => word.includes('lea'))).toEqual([
      'pupil lea.martin 0999991A',
      'kinship anne lea.martin',
      'member lea.martin of "6a" 0999991A',
    ]);
  });

  test('an unknown memberUid and a kinship to an unknown DN do no harm', async () => {
    const { words, warnings } = await field.read([
      person(FIRST, 'eleves', 'ana'),
      person(FIRST, 'responsables', 'anne', {
        ENTAuxPersRelEleveEleve: [
          `uid=gone,ou=eleves,ou=utilisateurs,${FIRST}`,
          'not a DN',
          `uid=ana,ou=eleves,ou=utilisateurs,${FIRST}`,
        ],
      }),
      group(FIRST, '6A', 'Classe', ['gone', 'ana']),
      group(SECOND, '6A', 'Classe', ['gone']),
    ]);

    expect(words).toEqual(expect.arrayContaining(['kinship anne ana', 'member ana of "6a" 0999991A']));
    expect(warnings).toEqual([
      expect.objectContaining({ reason: 'a child whose DN cannot be read or has no uid', count: 1 }),
    ]);
  });

  test('L10: a photo of 1 MB does not disturb the reading', async () => {
    // A jpegPhoto would have to be a picture; an `audio` value of this size is the same to the reader.
    const photo = 'a'.repeat(1_000_000);
    const { words } = await field.read([
      person(FIRST, 'eleves', 'ana', { audio: [photo] }),
      person(SECOND, 'eleves', 'bea', { audio: [photo, `${photo}b`] }),
    ]);

    expect(words.filter((word) => word.startsWith('pupil'))).toEqual(['pupil ana 0999991A', 'pupil bea 0999992B']);
  });

  test('an empty group exists, without members', async () => {
    const { words, warnings } = await field.read([
      group(FIRST, 'CM2', 'Classe', []),
      group(SECOND, 'Chorale', 'Groupe', []),
    ]);

    expect(words.slice(2)).toEqual(['class "CM2" 0999991A', 'work "Chorale" 0999992B']);
    expect(warnings).toEqual([]);
  });

  test('a pupil without a class is read as a pupil', async () => {
    const { words, warnings } = await field.read([
      person(FIRST, 'eleves', 'ana'),
      person(FIRST, 'eleves', 'bea', { Divcod: ['CM2'] }),
      group(FIRST, 'CM1', 'Classe', []),
      group(SECOND, '6A', 'Classe', []),
    ]);

    expect(words.filter((word) => /ana|bea/.test(word))).toEqual([
      'pupil ana 0999991A',
      'pupil bea 0999991A',
      'member bea of "cm2" 0999991A',
    ]);
    expect(warnings).toEqual([]);
  });
}

describe('the embedded directory', () => {
  fieldTests(embedded);

  test('L7: without the paging control all entries come in one answer', async () => {
    const pupils = Array.from({ length: 20 }, (_, index) => person(FIRST, 'eleves', `pupil.${index}`));

    const { words } = await embedded.read(pupils, { pageSize: 3 }, { paging: false });
    expect(words.filter((word) => word.startsWith('pupil'))).toHaveLength(20);
  });

  test('without time stamps and contextCSN there is no fingerprint, and every run reads everything', async () => {
    const { mark, words } = await embedded.read([person(FIRST, 'eleves', 'ana')]);

    expect(mark).toBeUndefined();
    expect(words).toContain('pupil ana 0999991A');
  });
});

describeWith(['slapd'], 'OpenLDAP', () => {
  fieldTests(openLdap);

  test('L14: the fingerprint depends on the contextCSN, not on the clock', async () => {
    const { mark } = await openLdap.read([person(FIRST, 'eleves', 'ana')]);

    expect(mark).toMatch(/^[\w-]{32} [\w-]{32}$/);
  });
});
