// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { settingsSchema } from './settings.js';

const one = {
  url: 'ldaps://scribe.example.org',
  bindDn: 'cn=reader,o=gouv,c=fr',
  bindPassword: 'only-for-tests',
  baseDn: 'o=gouv,c=fr',
  layout: 'scribe',
};

/** Every problem as `path: message`. */
function problems(written: unknown): string[] {
  const parsed = settingsSchema.safeParse(written);
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

const AUTHORITY = '-----BEGIN CERTIFICATE-----\nTm90IG9uZQ==\n-----END CERTIFICATE-----';

describe('what is read', () => {
  test('one directory, with what need not be written; its source is named ldap', () => {
    expect(settingsSchema.parse(one)).toEqual([
      {
        ...{ ...one, url: [one.url], name: 'ldap', startTls: false, timeout: 30_000, pageSize: 500, schools: {} },
        fullRead: 24 * 3_600_000,
        guard: { keep: 0.9, keepInWeek: 0.7, ignoreUnder: 5 },
      },
    ]);
  });

  test('several, each with a name and settings of its own', () => {
    const schools = { '0999991A': { name: 'École des Tilleuls', kind: 'primary' } };
    const sources = {
      dole: { ...one, schools },
      'haut-jura': { ...one, url: 'ldap://jura.example.org:1389', startTls: true },
    };

    expect(settingsSchema.parse({ sources })).toMatchObject([
      { name: 'dole', url: [one.url], schools },
      { name: 'haut-jura', url: ['ldap://jura.example.org:1389'], startTls: true },
    ]);
  });

  test('everything', () => {
    const all = {
      schedule: '0 4 * * *',
      fullRead: '12h',
      follow: '2s',
      guard: { keep: '75 %', keepInWeek: '50%', ignoreUnder: 10 },
      keyAttribute: 'entryUUID',
      ca: AUTHORITY,
      timeout: '2min',
      pageSize: 50,
      schools: { '0999991A': { kind: 'college' } },
    };

    expect(settingsSchema.parse({ ...one, ...all })).toEqual([
      {
        ...{ ...one, ...all, url: [one.url], name: 'ldap', startTls: false, timeout: 120_000 },
        ...{ fullRead: 12 * 3_600_000, follow: 2_000, guard: { keep: 0.75, keepInWeek: 0.5, ignoreUnder: 10 } },
      },
    ]);
  });
});

describe('all problems are reported with their paths', () => {
  test('keys that are missing', () => {
    expect(problems({}).map((problem) => problem.split(':')[0])).toEqual(Object.keys(one));
  });

  test('keys that are not known, in a directory, a source and a school', () => {
    expect(problems({ ...one, urll: 'x' })).toEqual([': Unrecognized key: "urll"']);
    expect(problems({ sources: { dole: { ...one, urll: 'x' } } })).toEqual(['sources.dole: Unrecognized key: "urll"']);
    expect(problems({ sources: { dole: one }, url: one.url })).toEqual([': Unrecognized key: "url"']);
    expect(problems({ ...one, schools: { '0999991A': { nom: 'x' } } })).toEqual([
      'schools.0999991A: Unrecognized key: "nom"',
    ]);
  });

  test.each(['every day at four', 'every day at four o’clock', 'chaque jour à 4 h', '0 4 * *', '04:00', ''])(
    'a schedule that is no cron pattern: %s',
    (schedule) => {
      expect(problems({ ...one, schedule })).toEqual([expect.stringMatching(/^schedule: write a cron pattern/)]);
    },
  );

  test.each(['0 4 * * *', '*/15 6-20 * * mon-fri', '30 0 4 1,15 JAN ?', '0 4 L * *'])('a schedule: %s', (schedule) => {
    expect(problems({ ...one, schedule })).toEqual([]);
  });

  test('several at once, in two sources', () => {
    const wrong = { sources: { dole: { ...one, pageSize: 0 }, jura: { ...one, layout: 'openldap', timeout: 'long' } } };

    expect(problems(wrong)).toEqual([
      expect.stringMatching(/^sources\.dole\.pageSize: /),
      expect.stringMatching(/^sources\.jura\.layout: .*scribe/),
      expect.stringMatching(/^sources\.jura\.timeout: write a number and a unit/),
    ]);
  });

  test.each([
    'scribe.example.org',
    'https://scribe.example.org',
    'ldap://',
    'ldap://scribe.example.org/o=gouv',
    'ldap://reader:secret@scribe.example.org',
    'ldap://scribe.example.org?uid',
    'ldap://[::1]:389',
  ])('an address that is none: %s', (url) => {
    expect(problems({ ...one, url })).toEqual([expect.stringMatching(/^url: write ldaps:\/\/host or ldap:\/\/host/)]);
  });

  test.each([
    ['baseDn', 'gouv', /^baseDn: write a distinguished name/],
    ['baseDn', '', /^baseDn: write a distinguished name/],
    ['keyAttribute', 'uid)(sn=*', /^keyAttribute: write the name of one attribute/],
    ['bindPassword', '', /^bindPassword: /],
    ['timeout', '0s', /^timeout: write a time from 1s to 1h/],
    ['pageSize', 2.5, /^pageSize: /],
    ['pageSize', 'many', /^pageSize: .*expected/],
    ['schools', { '999': {} }, /^schools\.999: /],
    ['url', [], /^url: write ldaps:/],
    ['url', ['ldaps://one.example.org', 'two.example.org'], /^url\.1: write ldaps:/],
    ['layout', 'custom', /^custom: missing: name the/],
    ['custom', { schools: 1 }, /^custom\./],
  ])('L1, L2: %s %j', (key, value, sentence) => {
    expect(problems({ ...one, [key]: value })[0]).toMatch(sentence);
  });

  test('a mapping that nothing reads', () => {
    const custom = {
      schools: { filter: '(ou=*)', uai: 'ou' },
      persons: { filter: '(uid=*)', login: 'uid', familyName: 'sn', profile: ['ENTPersonProfils'] },
    };
    expect(problems({ ...one, layout: 'custom', custom })).toEqual([]);
    expect(problems({ ...one, custom })).toEqual([expect.stringMatching(/^custom: unused: write layout: custom/)]);
  });

  test('encryption twice, or an authority for nothing, at one of several servers', () => {
    const mixed = ['ldap://one.example.org', 'ldaps://two.example.org'];
    expect(problems({ ...one, url: mixed, startTls: true })).toEqual([expect.stringMatching(/^startTls: /)]);
    expect(problems({ ...one, url: mixed, ca: AUTHORITY })).toEqual([]);
    expect(problems({ ...one, startTls: true })).toEqual([expect.stringMatching(/^startTls: .*already encrypted/)]);
    expect(problems({ ...one, url: 'ldap://scribe.example.org', ca: AUTHORITY })).toEqual([
      expect.stringMatching(/^ca: the connection is not encrypted/),
    ]);
  });

  test('sources without a source, and one with a name that is none', () => {
    expect(problems({ sources: {} })).toEqual(['sources: name at least one directory']);
    expect(problems({ sources: { Été: one } })).toEqual([expect.stringMatching(/^sources\.Été: /)]);
    expect(problems(null)).toEqual([expect.stringMatching(/expected object/)]);
  });

  test('the password is not repeated', () => {
    expect(
      JSON.stringify(settingsSchema.safeParse({ ...one, bindPassword: ['secret-word'], pageSize: 0 }).error),
    ).not.toContain('secret-word');
  });
});

test('every key of both forms can be read off the schema with its description, and the password is marked secret', () => {
  const { anyOf } = schemaShape.parse(z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }));
  const [alone, several] = anyOf;

  expect(Object.values(alone?.properties ?? {}).filter(({ description }) => !description)).toEqual([]);
  expect(Object.keys(alone?.properties ?? {})).toHaveLength(18);
  expect(alone?.properties['bindPassword']?.secret).toBe(true);
  expect(several?.properties['sources']?.description).toBeDefined();
});

const schemaShape = z.object({
  anyOf: z.array(
    z.object({
      properties: z.record(
        z.string(),
        z.object({ description: z.string().optional(), secret: z.boolean().optional() }),
      ),
    }),
  ),
});
