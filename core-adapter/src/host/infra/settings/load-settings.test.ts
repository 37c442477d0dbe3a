// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { certificateFile } from '../../../api/setting-types.js';
import { checkValue } from './check-value.js';
import { checkSettingsText } from './load-settings.js';

const COMPLETE = `
server: { publicUrl: "https://ent.example.org", listen: "127.0.0.1:3000", trustProxy: 1 }
database: { url: "mysql://volee:\${DB_PASSWORD}@127.0.0.1:3306/volee" }
session: { secret: "0123456789abcdef0123456789abcdef", idle: 2h, absolute: 12h }
storage: { url: "file:/var/lib/volee/files" }
bricks: { "@volee/file-share": {} }
`;

const problemsOf = (text: string, env = {}): string[] => checkSettingsText(text, 'volee.yaml', env).problems ?? [];

test('complete settings are read, with units and the environment put in', () => {
  const { value } = checkSettingsText(COMPLETE, 'volee.yaml', { DB_PASSWORD: 'sesame' }) as {
    value: Record<string, unknown>;
  };
  expect(value).toMatchObject({
    server: { listen: { host: '127.0.0.1', port: 3000 }, trustProxy: 1 },
    database: { url: 'mysql://volee:sesame@127.0.0.1:3306/volee' },
    session: { idle: 7_200_000, absolute: 43_200_000 },
  });
});

test('P6 the operator is optional; a contact is an e-mail address or an http(s) address, and nothing else', () => {
  const read = (operator: object): { value?: { operator?: unknown }; problems?: string[] } =>
    checkSettingsText(`${COMPLETE}operator: ${JSON.stringify(operator)}`, 'volee.yaml', { DB_PASSWORD: 'sesame' });
  expect(read({}).value?.operator).toEqual({});
  for (const contact of ['ent@example.org', 'https://aide.example.org/ent']) {
    expect(read({ contact }).value?.operator).toEqual({ contact });
  }
  for (const contact of ['javascript:alert(1)', 'mailto:ent@example.org', 'data:text/html,x', 'rectorat', '']) {
    expect(read({ contact }).problems).toEqual([
      expect.stringContaining('operator.contact: write an e-mail address, or the https:// address of a page'),
    ]);
  }
  expect(read({ legalNotice: ' ' }).problems).toEqual([expect.stringContaining('operator.legalNotice: write a text')]);
});

test('H2 rights that no directory supports end after 30 days, after a time from a week to a year, or never', () => {
  const read = (people: object): { value?: { people?: unknown }; problems?: string[] } =>
    checkSettingsText(`${COMPLETE}people: ${JSON.stringify(people)}`, 'volee.yaml', { DB_PASSWORD: 'sesame' });
  const day = 86_400_000;
  for (const [written, endGrantsAfter] of [
    [undefined, 30 * day] as const,
    ['7d', 7 * day] as const,
    ['never', null] as const,
  ]) {
    expect(read({ endGrantsAfter: written }).value?.people).toMatchObject({ endGrantsAfter });
  }
  for (const endGrantsAfter of ['6d', 'jamais', 30, '2y', '']) {
    expect(read({ endGrantsAfter }).problems).toEqual([
      expect.stringContaining('people.endGrantsAfter: write a time from 7d to 365d'),
    ]);
  }
});

test('mail is optional; there are no recipients by default, and invalid addresses are reported', () => {
  const read = (mail: string): { value?: { mail?: unknown }; problems?: string[] } =>
    checkSettingsText(`${COMPLETE}mail: ${mail}`, 'volee.yaml', { DB_PASSWORD: 'sesame' });
  expect(read('{ url: "smtp://127.0.0.1:25", from: "ent@example.org" }').value?.mail).toEqual({
    url: 'smtp://127.0.0.1:25',
    from: 'ent@example.org',
    admins: [],
  });
  expect(read('{ url: "127.0.0.1", from: "Volée", admins: [keeper] }').problems).toEqual([
    expect.stringContaining('mail.url: write smtp://host:port'),
    expect.stringContaining('mail.from: write the sender address'),
    expect.stringContaining('mail.admins.0: write an e-mail address'),
  ]);
});

test('all problems are reported together, and a misspelt key names the nearest one', () => {
  const problems = problemsOf(
    COMPLETE.replace('listen:', 'lisen:').replace('idle: 2h', 'idle: soon').replace('storage:', 'storrage:'),
    { DB_PASSWORD: 'x' },
  );
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.stringContaining('server.lisen: not known; did you mean "listen"?'),
      expect.stringContaining('session.idle: write a number and a unit'),
      expect.stringContaining('storrage: not known; did you mean "storage"?'),
      expect.stringContaining('storage: missing'),
    ]),
  );
});

test('unresolved values are reported once, together with invalid values', () => {
  const problems = problemsOf(
    COMPLETE.replace('listen:', 'lisen:').replace('0123456789', '${KEY}').replace('/volee"', '"'),
  );
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['database.url', 'session.secret', 'server.lisen']);
});

test('a secret may be in a file; unreadable files and missing variables are named', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'volee-')), 'session.key');
  writeFileSync(file, 'fedcba9876543210fedcba9876543210\n');
  const withFile = COMPLETE.replace('"0123456789abcdef0123456789abcdef"', `"file:${file}"`);
  expect(checkSettingsText(withFile, 'volee.yaml', { DB_PASSWORD: 'x' })).toMatchObject({
    value: { session: { secret: 'fedcba9876543210fedcba9876543210' } },
  });
  expect(problemsOf(withFile.replace('session.key', 'absent.key'))).toEqual([
    expect.stringContaining('DB_PASSWORD'),
    expect.stringContaining('absent.key cannot be read'),
  ]);
});

test('relative paths start from the folder of the settings file, wherever a command is typed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'volee-'));
  writeFileSync(join(folder, 'session.key'), 'fedcba9876543210fedcba9876543210\n');
  const text = COMPLETE.replace('"0123456789abcdef0123456789abcdef"', 'file:./session.key')
    .replace(/mysql:[^"]*/, 'sqlite:./volee.sqlite')
    .replace('file:/var/lib/volee/files', 'file:files');
  expect(checkSettingsText(text, join(folder, 'volee.yaml'), {})).toMatchObject({
    value: {
      session: { secret: 'fedcba9876543210fedcba9876543210' },
      database: { url: `sqlite:${folder}/volee.sqlite` },
      storage: { url: `file:${folder}/files` },
    },
  });
});

test('invalid YAML and an unknown database are reported with their place', () => {
  expect(problemsOf('server: { publicUrl: ')[0]).toContain('volee.yaml');
  expect(problemsOf('server:\n  a: b: c\n')[0]).toMatch(/ at line 2, column \d+$/);
  expect(problemsOf(COMPLETE.replace('mysql:', 'postgres:'), { DB_PASSWORD: 'x' })).toEqual([
    expect.stringContaining('database.url'),
  ]);
});

test('an address of MariaDB with a wrong Unix socket is told in one sentence, without its password', () => {
  const problemsWith = (query: string): string[] =>
    problemsOf(COMPLETE.replace('/volee"', `/volee?${query}"`), { DB_PASSWORD: 'sesame' });
  expect(
    checkSettingsText(COMPLETE.replace('/volee"', '/volee?socket=/run/mysqld/mysqld.sock"'), 'volee.yaml', {
      DB_PASSWORD: 'sesame',
    }),
  ).toMatchObject({
    value: { database: { url: 'mysql://volee:sesame@127.0.0.1:3306/volee?socket=/run/mysqld/mysqld.sock' } },
  });
  expect(problemsWith('socket=run/mysqld.sock')).toEqual([
    'database.url: "socket" is no absolute path; write ?socket=/run/mysqld/mysqld.sock, or nothing',
  ]);
  expect(problemsWith('sockt=/run/mysqld/mysqld.sock')).toEqual([
    'database.url: "sockt" is not known after the "?"; write ?socket=/run/mysqld/mysqld.sock, or nothing',
  ]);
});

test('a key marked as a file gets its content, in any alternative and behind "optional"', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'volee-')), 'ca.crt');
  const pem = '-----BEGIN CERTIFICATE-----\nTm90IG9uZQ==\n-----END CERTIFICATE-----';
  writeFileSync(file, pem);
  const one = z.strictObject({ ca: certificateFile.optional().describe('An authority.') });
  const schema = z.union([one, z.strictObject({ sources: z.record(z.string(), one) })]);
  expect(checkValue({ ca: file }, schema, {})).toEqual({ value: { ca: pem } });
  expect(checkValue({ sources: { dole: { ca: file } } }, schema, {})).toEqual({
    value: { sources: { dole: { ca: pem } } },
  });
  expect(checkValue({ ca: '/nowhere/ca.crt' }, one, {}, { path: 'bricks.x' })).toEqual({
    problems: ['bricks.x.ca: the file /nowhere/ca.crt cannot be read; check its path and who may read it'],
  });
});

test('a value of the wrong type is not reported as missing', () => {
  const schema = z.strictObject({ pageSize: z.int() });
  expect(checkValue({ pageSize: 'a' }, schema, {}).problems).toEqual([expect.stringMatching(/^pageSize: .*expected/i)]);
  expect(checkValue({}, schema, {}).problems).toEqual(['pageSize: missing']);
});
