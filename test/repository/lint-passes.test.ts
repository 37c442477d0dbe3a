// SPDX-License-Identifier: EUPL-1.2
import { lintText } from './lint-text.js';

const BRICK = 'plugins/file-share/src/sample.ts';
const BRICK_TEST = 'plugins/file-share/src/sample.test.ts';
const CAS = 'cas-bridge/src/sample.ts';
const LDAP = 'ldap-sync/src/sample.ts';
const API = 'core-adapter/src/api/sample.ts';
const UI = 'core-adapter/src/ui/sample.tsx';
const HOST = 'core-adapter/src/host/http/sample.ts';
const CLI = 'core-adapter/src/cli/sample.ts';

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
