// SPDX-License-Identifier: EUPL-1.2
import { lintText, type Refusal } from './lint-text.js';

const BRICK = 'plugins/file-share/src/sample.ts';
const BRICK_TEST = 'plugins/file-share/src/sample.test.ts';
const TEMPLATE = 'core-adapter/template/src/sample.ts';
const CAS = 'cas-bridge/src/sample.ts';
const LDAP = 'ldap-sync/src/sample.ts';
const UI = 'core-adapter/src/ui/sample.tsx';
const HOST = 'core-adapter/src/host/http/sample.ts';
const CLI = 'core-adapter/src/cli/sample.ts';

/** The word is in two parts, so that a search for it does not find this file. */
const SWITCH = ['eslint', 'disable'].join('-');

const refusals: Refusal[] = [
  // From brick to brick.
  { what: 'another brick', path: BRICK, text: `import '@volee/messaging';`, says: /contract"/ },
  { what: 'its types too', path: BRICK, text: `import type { A } from '@volee/messaging';`, says: /contract"/ },
  { what: 'a file of it', path: BRICK, text: `import '@volee/messaging/src/a.js';`, says: /contract"/ },
  { what: 'it, in a test', path: BRICK_TEST, text: `import '@volee/ldap-sync';`, says: /contract"/ },
  { what: 'it, passed on', path: BRICK, text: `export * from '@volee/messaging';`, says: /contract"/ },
  { what: 'it, at run time', path: BRICK, text: `await import('@volee/messaging');`, says: /contract"/ },
  { what: 'a name made at run time', path: BRICK, text: `const a = 'x'; await import(a);`, says: /Write out the name/ },
  {
    what: 'a value of a contract',
    path: BRICK,
    text: `import { a } from '@volee/messaging/contract';`,
    says: /`import type`/,
  },
  { what: 'another brick', path: TEMPLATE, text: `import '@volee/messaging';`, says: /contract"/ },
  // From brick to host.
  { what: 'the host', path: BRICK, text: `import '@volee/core-adapter/host';`, says: /defineBrick/ },
  {
    what: 'the host, as types',
    path: LDAP,
    text: `import type {} from '@volee/core-adapter/host';`,
    says: /defineBrick/,
  },
  {
    what: 'the host, in a test',
    path: BRICK_TEST,
    text: `import '@volee/core-adapter/host';`,
    says: /defineBrick/,
  },
  { what: 'the host', path: TEMPLATE, text: `import '@volee/core-adapter/host';`, says: /defineBrick/ },
  { what: 'the test kit', path: BRICK, text: `import '@volee/core-adapter/testing';`, says: /made for tests/ },
  { what: 'own help for tests', path: LDAP, text: `import './testing/test-directory.js';`, says: /made for tests/ },
  { what: 'a test', path: BRICK, text: `import './sample.test.js';`, says: /made for tests/ },
  // From brick to what the host does for it.
  {
    what: 'DataSource',
    path: BRICK,
    text: `import { DataSource } from 'typeorm';`,
    says: /a job, a command or a check/,
  },
  { what: 'days of its own', path: BRICK, text: `import { tzOffset } from '@date-fns/tz';`, says: /use addDays/ },
  {
    what: 'words of its own for days',
    path: BRICK,
    text: `export const day = new Intl.DateTimeFormat('fr');`,
    says: /`request\.format`/,
  },
  { what: 'all of typeorm', path: BRICK, text: `import * as orm from 'typeorm';`, says: /a job, a command or a check/ },
  { what: 'typeorm as one', path: BRICK, text: `import orm from 'typeorm';`, says: /a job, a command or a check/ },
  { what: 'typeorm at run time', path: BRICK, text: `await import('typeorm');`, says: /a job, a command or a check/ },
  {
    what: 'a part of typeorm',
    path: BRICK,
    text: `import 'typeorm/data-source';`,
    says: /a job, a command or a check/,
  },
  {
    what: 'mysql2',
    path: BRICK,
    text: `import { createPool } from 'mysql2/promise';`,
    says: /a job, a command or a check/,
  },
  { what: 'passport', path: BRICK, text: `import passport from 'passport';`, says: /in `access`/ },
  { what: 'passport-cas', path: LDAP, text: `import { Strategy } from 'passport-cas';`, says: /in `access`/ },
  { what: 'express', path: CAS, text: `import type { Request } from 'express';`, says: /`http\.get`/ },
  { what: 'express-session', path: BRICK, text: `import 'express-session';`, says: /request\.user/ },
  { what: 'child_process', path: CAS, text: `import 'node:child_process';`, says: /starts no program/ },
  { what: 'ldapjs', path: BRICK, text: `import 'ldapjs';`, says: /`request\.directory`/ },
  { what: 'ldapjs', path: CAS, text: `import 'ldapjs';`, says: /`request\.directory`/ },
  { what: 'node:module', path: BRICK, text: `import { createRequire } from 'node:module';`, says: /new URL/ },
  { what: 'process.env', path: BRICK, text: `export const a = process.env['A'];`, says: /use `settings`/ },
  { what: 'process.env', path: CAS, text: `export const a = globalThis.process.env['A'];`, says: /`settings`/ },
  { what: 'node:process', path: LDAP, text: `import { env } from 'node:process';`, says: /use `settings`/ },
  // Within the core.
  { what: 'a brick', path: HOST, text: `import '@volee/cas-bridge';`, says: /names in volee\.yaml/ },
  { what: 'a brick', path: CLI, text: `await import('@volee/ldap-sync');`, says: /names in volee\.yaml/ },
  {
    what: 'a brick, in a test',
    path: 'core-adapter/src/host/app/a.test.ts',
    text: `import '@volee/file-share';`,
    says: /yaml/,
  },
  { what: 'the test kit', path: HOST, text: `import '../../testing/test-clock.js';`, says: /made for tests/ },
  {
    what: 'help for tests',
    path: HOST,
    text: `import '../domain/directory/directory-for-tests.js';`,
    says: /made for tests/,
  },
  { what: 'ldapjs', path: HOST, text: `import 'ldapjs';`, says: /Only ldap-sync/ },
  // Words of comments, and lengths.
  { what: '"who" in a comment', path: HOST, text: `// Those who left.\nexport const a = 1;`, says: /name the thing/ },
  { what: '"him" in a text', path: HOST, text: 'export const a = `The account of ${1} and him`;', says: /"they"/ },
  {
    what: 'a comment without a subject',
    path: HOST,
    text: `/** What is left. */\nexport const a = 1;`,
    says: /subject/,
  },
  { what: '"his" in a comment', path: BRICK_TEST, text: `/** A pupil and his class. */\nexport {};`, says: /they/ },
  {
    what: 'a long function',
    path: HOST,
    text: `export function a(): void {${'\n'.repeat(61)}}`,
    says: /too many lines/,
  },
  { what: 'a long file', path: BRICK, text: `export {};${'\n'.repeat(301)}`, says: /too many lines/ },
  // Everywhere.
  {
    what: 'an entity in a migration',
    path: 'plugins/file-share/src/sample.migration.ts',
    text: `import { NodeRow } from './store/node.entity.js';`,
    says: /write out the columns/,
  },
  {
    what: 'an entity in a migration of the core',
    path: 'core-adapter/src/host/domain/directory/sample.migration.ts',
    text: `import { PersonRow } from './person.entity.js';`,
    says: /write out the columns/,
  },
  {
    what: 'a path out of the package',
    path: BRICK,
    text: `import '../../../core-adapter/src/api/index.js';`,
    says: /no-relative-packages/,
  },
  {
    what: 'the same, in a test',
    path: 'test/e2e/a.test.ts',
    text: `import '../../ldap-sync/src/index.js';`,
    says: /-packages/,
  },
  {
    what: 'an undeclared package',
    path: BRICK,
    text: `import 'busboy';`,
    says: /no-extraneous-dependencies: 'busboy'/,
  },
  { what: 'an undeclared type', path: BRICK, text: `import type {} from 'pino';`, says: /no-extraneous-dependencies/ },
  {
    what: 'one of the workspace',
    path: LDAP,
    text: `import type {} from '@volee/test/services';`,
    says: /no-extraneous/,
  },
  { what: 'a tool of the developer', path: HOST, text: `import 'eslint';`, says: /no-extraneous-dependencies/ },
  { what: 'ldapjs', path: 'test/services/sample.ts', text: `import 'ldapjs';`, says: /Only ldap-sync/ },
  { what: 'a file that is not there', path: HOST, text: `import './not-there.js';`, says: /no-unresolved/ },
  { what: 'a built-in without prefix', path: HOST, text: `import 'fs/promises';`, says: /"node:fs"/ },
  { what: 'a built-in without prefix', path: 'test/e2e/a.ts', text: `import 'fs';`, says: /"node:fs"/ },
  { what: 'one module twice', path: HOST, text: `import 'node:fs'; import 'node:fs';`, says: /no-duplicates/ },
  {
    what: 'a disorder',
    path: HOST,
    text: `import { a } from './a.js';\nimport { b } from 'node:fs';`,
    says: /x\/order/,
  },
  { what: 'a default export', path: HOST, text: `export default 1;`, says: /no-default-export/ },
  { what: 'raw HTML', path: UI, text: `export const a = <p dangerouslySetInnerHTML={{ __html: '' }} />;`, says: /TSX/ },
  { what: 'raw HTML as data', path: UI, text: `export const a = { dangerouslySetInnerHTML: 1 };`, says: /TSX/ },
  { what: 'innerHTML', path: 'core-adapter/assets/a.js', text: `document.body.innerHTML = '';`, says: /textContent/ },
  { what: 'jest.mock', path: BRICK_TEST, text: `jest.mock('node:fs');`, says: /as an argument/ },
  { what: 'too many lines', path: HOST, text: `export const a = [\n${'  1,\n'.repeat(400)}];`, says: /max-lines/ },
  {
    what: 'a rule switched off',
    path: HOST,
    text: `// ${SWITCH}-next-line import-x/no-default-export\nexport default 1;`,
    says: /^no-warning-comments/m,
  },
];

test.each(refusals)('$path: $what is refused', async ({ path, text, says }) => {
  expect((await lintText(path, text)).join('\n')).toMatch(says);
});

test('a comment switches no rule off', async () => {
  const findings = await lintText(HOST, `/* ${SWITCH} */\nexport default 1;`);
  expect(findings.join('\n')).toMatch(/no-default-export/);
});
