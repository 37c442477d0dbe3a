// SPDX-License-Identifier: EUPL-1.2
import { lintText } from './lint-text.js';

const BRICK = 'plugins/file-share/src/sample.ts';
const BRICK_TEST = 'plugins/file-share/src/sample.test.ts';
const TEMPLATE = 'core-adapter/template/src/sample.ts';
const CAS = 'cas-bridge/src/sample.ts';
const LDAP = 'ldap-sync/src/sample.ts';
const API = 'core-adapter/src/api/sample.ts';
const UI = 'core-adapter/src/ui/sample.tsx';
const HOST = 'core-adapter/src/host/http/sample.ts';
const STOREY = 'core-adapter/src/host';
const HOUSE = 'plugins/livret-bridge/src';
const CLI = 'core-adapter/src/cli/sample.ts';

/** The word is in two parts, so that a search for it does not find this file. */
const SWITCH = ['eslint', 'disable'].join('-');

interface Refusal {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** Part of the message, which says what to do instead. */
  readonly says: RegExp;
}

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
  // Each storey of the host from the one above it.
  {
    what: 'the start',
    path: `${STOREY}/pages/a.ts`,
    text: `import '../app/boot-host.js';`,
    says: /does not start the host/,
  },
  {
    what: 'a page',
    path: `${STOREY}/http/a.ts`,
    text: `import '../pages/portal/portal.routes.js';`,
    says: /let the page pass it/,
  },
  { what: 'a request', path: `${STOREY}/context/a.ts`, text: `import '../http/visitor.js';`, says: /names services/ },
  {
    what: 'the context, as a type',
    path: `${STOREY}/bricks/a.ts`,
    text: `import type { HostContext } from '../context/host-context.js';`,
    says: /as an argument/,
  },
  {
    what: 'the context, as a type',
    path: `${STOREY}/domain/sync/a.ts`,
    text: `import type { HostContext } from '../../context/host-context.js';`,
    says: /declare an interface/,
  },
  {
    what: 'the domain, at run time',
    path: `${STOREY}/infra/util/a.ts`,
    text: `await import('../../domain/directory/members.js');`,
    says: /move this file to core-adapter.src.host.domain/,
  },
  // The same in a brick, and no page sees another page.
  {
    what: 'the start of the brick',
    path: `${HOUSE}/jobs/a.ts`,
    text: `import { manifest } from '../manifest.js';`,
    says: /as an argument/,
  },
  {
    what: 'a job',
    path: `${HOUSE}/pages/board/a.ts`,
    text: `import '../../jobs/portal/register-portal.js';`,
    says: /into domain/,
  },
  {
    what: 'a page, as a type',
    path: `${HOUSE}/domain/save/a.ts`,
    text: `import type {} from '../../pages/grid/grid.model.js';`,
    says: /knows no pages/,
  },
  {
    what: 'the domain',
    path: `${HOUSE}/paths.ts`,
    text: `import './domain/periods/capital.js';`,
    says: /none of their users/,
  },
  { what: 'a path of a page', path: `${HOUSE}/store/a.ts`, text: `import '../paths.js';`, says: /know no rules/ },
  { what: 'an entity', path: `${HOUSE}/locales/a.ts`, text: `import '../store/tables.js';`, says: /know no code/ },
  {
    what: 'another page',
    path: `${HOUSE}/pages/board/a.ts`,
    text: `import '../grid/grid.presenter.js';`,
    says: /into pages.shared/,
  },
  {
    what: 'a page',
    path: `${HOUSE}/pages/shared/a.ts`,
    text: `import '../grid/grid-page.js';`,
    says: /into pages.shared/,
  },
  { what: 'the command line', path: HOST, text: `import '../../cli/main.js';`, says: /HostOptions/ },
  { what: 'the host', path: UI, text: `import type { Host } from '../host/app/boot-host.js';`, says: /as properties/ },
  { what: 'the host by its name', path: UI, text: `import '@volee/core-adapter/host';`, says: /as properties/ },
  {
    what: 'the host',
    path: API,
    text: `import type { Host } from '../host/app/boot-host.js';`,
    says: /into core-adapter\/src\/api/,
  },
  {
    what: 'components',
    path: API,
    text: `import type { Count } from '../ui/count.js';`,
    says: /into core-adapter\/src\/api/,
  },
  {
    what: 'the login, for the authors of pages',
    path: API,
    text: `import type { AuthProvider } from './login/auth-provider.js';`,
    says: /no directory and no login/,
  },
  { what: 'a module of Node', path: API, text: `import { readFile } from 'node:fs/promises';`, says: /`import type`/ },
  { what: 'the database', path: API, text: `import { DataSource } from 'typeorm';`, says: /`import type`/ },
  { what: 'the environment', path: API, text: `export const a = process.env['A'];`, says: /does no I\/O/ },
  { what: 'the network', path: API, text: `await fetch('http://127.0.0.1');`, says: /does no I\/O/ },
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

const clean: Record<string, string> = {
  [BRICK]: `
    import { randomUUID } from 'node:crypto';
    import { defineBrick, type Brick } from '@volee/core-adapter';
    import { Button } from '@volee/core-adapter/ui';
    import { Column, Entity, IsNull } from 'typeorm';
    import { z } from 'zod';
    import { NodeRow } from './store/node.entity.js';
    export const all = [randomUUID, defineBrick, Button, Column, Entity, IsNull, z, NodeRow];
    export type { Brick };`,
  [BRICK_TEST]: `
    import { execFile } from 'node:child_process';
    import { startTestHost } from '@volee/core-adapter/testing';
    import fileShare from './index.js';
    test('runs', () => expect([execFile, startTestHost, fileShare, process.env]).toBeDefined());`,
  'plugins/file-share/src/sample.migration.ts': `
    import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
    export const all = [Table];
    export type { MigrationInterface, QueryRunner };`,
  'plugins/file-share/src/index.ts': `
    import { defineBrick } from '@volee/core-adapter';
    import { manifest } from './manifest.js';
    export default defineBrick(manifest, () => undefined);`,
  'plugins/onde-import/src/sample.ts': `
    import { UnavailableError } from '@volee/core-adapter';
    import type { DirectoryRecord } from '@volee/core-adapter/directory';
    import type { HandOver } from '@volee/core-adapter/hand-over';
    import { defineLoginBrick } from '@volee/core-adapter/login';
    export const all = [UnavailableError, defineLoginBrick];
    export type { DirectoryRecord, HandOver };`,
  'cas-bridge/src/sample.test.ts': `
    import { execFile } from 'node:child_process';
    import { startCannedServer } from './testing/canned-server.js';
    export const all = [execFile, startCannedServer];`,
  'ldap-sync/src/sample.test.ts': `
    import { startTestDirectory } from './testing/test-directory.js';
    export const all = [startTestDirectory, process.env];`,
  [CAS]: `
    import passport from 'passport';
    import { Strategy } from 'passport-cas';
    export const all = [passport, Strategy];`,
  [LDAP]: `
    import ldapjs from 'ldapjs';
    export const all = [ldapjs];`,
  [API]: `
    import type { Readable } from 'node:stream';
    import type { MigrationInterface } from 'typeorm';
    import { z } from 'zod';
    import { DomainError } from './errors.js';
    export const all = [DomainError, z];
    export type { MigrationInterface, Readable };`,
  [UI]: `
    import type { Translate } from '../api/i18n.js';
    import { Icon } from './icon.js';
    export const icon = <Icon name="house" />;
    export type { Translate };`,
  [HOST]: `
    import express from 'express';
    import { DataSource } from 'typeorm';
    import { Icon } from '../../ui/icon.js';
    export const all = [express, DataSource, Icon];
    export const brick = async (name: string) => import(name);`,
  [CLI]: `
    import { bootHost } from '../host/app/boot-host.js';
    export const all = [bootHost, process.env];`,
  'core-adapter/src/ui/icon.tsx': `export const a = <svg dangerouslySetInnerHTML={{ __html: '' }} />;`,
  'core-adapter/src/host/infra/sample.test.ts': `
    import { TestClock } from '../../testing/test-clock.js';
    export const all = [TestClock];`,
  'core-adapter/src/testing/sample.ts': `
    import { bootHost } from '../host/app/boot-host.js';
    import { TestClock } from './test-clock.js';
    export const all = [bootHost, TestClock];`,
  'test/envole-box/directory/sample.ts': `
    import ldapjs from 'ldapjs';
    export const all = [ldapjs];`,
  'test/integration/sample.test.ts': `
    import { bootHost } from '@volee/core-adapter/host';
    import { startTestHost } from '@volee/core-adapter/testing';
    import ldapSync from '@volee/ldap-sync';
    import ldapjs from 'ldapjs';
    export const all = [bootHost, startTestHost, ldapSync, ldapjs];`,
  'test/repository/sample.test.ts': `
    import { ESLint } from 'eslint';
    export const all = [ESLint];`,
  'core-adapter/assets/sample.js': `document.body.textContent = '';`,
};

test.each(Object.entries(clean))('%s: what its folder may use passes', async (path, text) => {
  expect(await lintText(path, text)).toEqual([]);
});

test('the types of the contract of another brick pass', async () => {
  const findings = await lintText(BRICK, `import type { Message } from '@volee/messaging/contract';`);
  expect(findings.filter((finding) => !finding.includes('no-unresolved'))).toEqual([]);
});
