// SPDX-License-Identifier: EUPL-1.2
// `npm run test:unit`: tests in packages that start no host, database, server, program or browser. What a file names tells.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import config from './jest.config.js';

const repository = join(import.meta.dirname, '..');
const FOLDERS = ['core-adapter', 'cas-bridge', 'ldap-sync', 'plugins'];

/** Helpers of tests that start something, and Node's own ways to do so. */
const STARTS =
  /testDatabases|bothDatabases|sqlite|openDatabase|bootHost|startTestHost|brickContract|(host|console|notes|mail-server)-for-tests|startDirectory|startCas|createServer|\.listen\(|child_process/;

function unitTests() {
  return FOLDERS.flatMap((folder) => filesIn(join(repository, folder)))
    .filter((file) => /\/src\/.*\.test\.tsx?$/.test(file) && !/\/(node_modules|dist|template)\//.test(file))
    .filter((file) => !STARTS.test(readFileSync(file, 'utf8')));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

export default { ...config, globalSetup: undefined, globalTeardown: undefined, testMatch: unitTests() };
