// SPDX-License-Identifier: EUPL-1.2
// One MariaDB for the whole run, and one folder for its databases on SQLite and its files: several runs may go on at once on one
// machine. Both are in memory where that can be: hosts wait for the disk at each file that they store.
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { letPlaywrightGoOn } from './let-playwright-go-on.js';
import { memoryFolder } from './memory-folder.js';

/** For tables that live for one test, statistics that outlive the server cost as much to write and to delete as the tables themselves. */
const WITHOUT_STATISTICS = ['--innodb-stats-persistent=0'];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export default async function setup() {
  letPlaywrightGoOn();
  const folder = mkdtempSync(join(memoryFolder(), 'volee-run-'));
  process.env.VOLEE_TEST_FOLDER = folder;
  process.env.VOLEE_TEST_TABLES = folder;
  let server;
  globalThis.voleeEndTests = async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // jest runs no teardown when it is interrupted.
  for (const signal of signals) process.once(signal, () => endBy(signal));
  try {
    server = await startMariadb();
  } catch (error) {
    await globalThis.voleeEndTests();
    throw error;
  }
}

async function startMariadb() {
  if (process.env.VOLEE_TEST_NO_MARIADB === '1') return undefined;
  const services = await compiledServices();
  if (!services) return undefined;
  if (!services.serviceAvailability().mariadb) {
    leaveOut('the tests on MariaDB need mariadb-server; sudo test/services/install.sh');
    return undefined;
  }
  const server = await services.startMariadb({ parent: memoryFolder(), options: WITHOUT_STATISTICS });
  process.env.VOLEE_TEST_MARIADB_URL = server.socketUrl;
  return server;
}

async function compiledServices() {
  try {
    const [mariadb, available] = await Promise.all([
      import('../dist/services/mariadb.js'),
      import('../dist/services/available.js'),
    ]);
    return { ...mariadb, ...available };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    leaveOut('the tests on MariaDB, as test/ is not compiled; npm run build');
    return undefined;
  }
}

async function endBy(signal) {
  await globalThis.voleeEndTests();
  process.kill(process.pid, signal);
}

/** Prints in one line what is not tested; this is a failure where everything must be tested. */
function leaveOut(what) {
  if (process.env.VOLEE_REQUIRE_SERVICES === '1') throw new Error(`VOLEE_REQUIRE_SERVICES=1, but left out: ${what}`);
  process.stderr.write(`left out: ${what}\n`);
}
