// SPDX-License-Identifier: EUPL-1.2
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { serviceAvailability } from './available.js';
import { isLeftToFullRun, whyLeftOut } from './describe-with.js';
import { findBinary, requireBinary } from './find-binary.js';

const all = {
  mariadb: true,
  slapd: true,
  ldapsearch: true,
  lemonldap: true,
  chromium: true,
  firefox: true,
  webkit: true,
  pdftotext: true,
  dovecot: true,
  modAuthCas: true,
  modDavFs: true,
};

test('a suite runs when what it needs is there, whatever else is missing', () => {
  expect(whyLeftOut(['slapd'], 'sync', { ...all, chromium: false })).toBeUndefined();
});

test('a suite left out says in one line what it needs', () => {
  const available = { ...all, slapd: false, lemonldap: false };

  expect(whyLeftOut(['slapd', 'lemonldap', 'chromium'], 'sync', available)).toBe(
    'left out: sync needs slapd, lemonldap; sudo test/services/install.sh',
  );
});

describe('a quick run', () => {
  const given = process.env['VOLEE_TEST_QUICK'];
  afterEach(() => {
    if (given === undefined) Reflect.deleteProperty(process.env, 'VOLEE_TEST_QUICK');
    else process.env['VOLEE_TEST_QUICK'] = given;
  });

  test('leaves the real directory and the real SSO to the full one, and nothing else', () => {
    process.env['VOLEE_TEST_QUICK'] = '1';
    expect([isLeftToFullRun(['chromium', 'slapd']), isLeftToFullRun(['lemonldap'])]).toEqual([true, true]);
    expect(isLeftToFullRun(['chromium', 'mariadb', 'dovecot', 'ldapsearch'])).toBe(false);
    process.env['VOLEE_TEST_QUICK'] = '';
    expect(isLeftToFullRun(['slapd'])).toBe(false);
  });
});

test('each service is known', () => {
  expect(Object.keys(serviceAvailability()).sort()).toEqual(Object.keys(all).sort());
});

describe('a program', () => {
  const { PATH } = process.env;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'volee-path-'));
    process.env['PATH'] = folder;
  });
  afterEach(async () => {
    process.env['PATH'] = PATH;
    await rm(folder, { recursive: true });
  });

  test('is found on the PATH once it can be run', async () => {
    const path = join(folder, 'invented-server');
    await writeFile(path, '#!/bin/sh\n');
    expect(findBinary('invented-server')).toBeUndefined();

    await chmod(path, 0o755);
    expect(findBinary('invented-server')).toBe(path);
  });

  test('that is missing is named, with the way to get it', () => {
    expect(() => requireBinary('invented-server')).toThrow(
      'invented-server is not installed: run sudo test/services/install.sh',
    );
  });
});
