// SPDX-License-Identifier: EUPL-1.2
import { inFullRun, onceInQuickRun } from './full-run.js';
import { bothDatabases, testDatabases } from './test-databases.js';

const given = { quick: process.env['VOLEE_TEST_QUICK'], server: process.env['VOLEE_TEST_MARIADB_URL'] };

afterEach(() => {
  set('VOLEE_TEST_QUICK', given.quick);
  set('VOLEE_TEST_MARIADB_URL', given.server);
});

test('a quick run leaves MariaDB to the suites that ask for both databases', () => {
  set('VOLEE_TEST_MARIADB_URL', 'mysql://root@127.0.0.1:3306');
  set('VOLEE_TEST_QUICK', undefined);
  expect(names(testDatabases())).toEqual(['SQLite', 'MariaDB']);
  set('VOLEE_TEST_QUICK', '1');
  expect(names(testDatabases())).toEqual(['SQLite']);
  expect(names(bothDatabases())).toEqual(['SQLite', 'MariaDB']);
});

test('without a server for tests there is SQLite alone', () => {
  set('VOLEE_TEST_MARIADB_URL', undefined);
  expect(names(bothDatabases())).toEqual(['SQLite']);
});

test('what is for the full run is skipped in a quick one, and counted', () => {
  set('VOLEE_TEST_QUICK', undefined);
  expect(inFullRun()).toBe(test);
  set('VOLEE_TEST_QUICK', '1');
  expect(inFullRun()).toBe(test.skip);
});

test('of a check that both engines answer alike, a quick run skips the twin', () => {
  set('VOLEE_TEST_QUICK', '1');
  expect(onceInQuickRun({ name: 'SQLite' })).toBe(test);
  expect(onceInQuickRun({ name: 'MariaDB' })).toBe(test.skip);
  set('VOLEE_TEST_QUICK', undefined);
  expect(onceInQuickRun({ name: 'MariaDB' })).toBe(test);
});

function set(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}

function names(databases: readonly { name: string }[]): string[] {
  return databases.map(({ name }) => name);
}
