// SPDX-License-Identifier: EUPL-1.2
// One MariaDB for the whole run, in a folder of its own: several runs may go on at once on one machine. Databases are kept in
// memory where that can be.
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import process from 'node:process';
import { memoryFolder } from './memory-folder.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export default async function setup() {
  process.env.VOLEE_TEST_SQLITE_FOLDER = memoryFolder();
  if (process.env.VOLEE_TEST_NO_MARIADB === '1') return;
  const services = await compiledServices();
  if (!services) return;
  if (!services.serviceAvailability().mariadb) {
    leaveOut('the tests on MariaDB need mariadb-server; sudo test/services/install.sh');
    return;
  }
  const server = await services.startMariadb({ parent: memoryFolder() });
  process.env.VOLEE_TEST_MARIADB_URL = server.url;
  globalThis.voleeTestMariadb = server;
  // jest runs no teardown when it is interrupted.
  for (const signal of signals) process.once(signal, () => endBy(signal));
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
  await globalThis.voleeTestMariadb.stop();
  process.kill(process.pid, signal);
}

/** Says in one line what is not tested; where everything must be, that is a failure. */
function leaveOut(what) {
  if (process.env.VOLEE_REQUIRE_SERVICES === '1') throw new Error(`VOLEE_REQUIRE_SERVICES=1, but left out: ${what}`);
  process.stderr.write(`left out: ${what}\n`);
}
