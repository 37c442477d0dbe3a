// SPDX-License-Identifier: EUPL-1.2
// `npm run test:unit`: tests in packages that start no host, database, server, program or browser. The names in a file decide; a file that
// starts something all the same fails.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import config from './jest.config.js';

const repository = join(import.meta.dirname, '..');
const FOLDERS = ['core-adapter', 'cas-bridge', 'ldap-sync', 'plugins'];

/** Helpers of tests that start something, and Node's own ways to do so. */
const STARTS =
  /testDatabases|bothDatabases|sqlite|openDatabase|bootHost|startTestHost|brickContract|(host|console|notes|mail-server)-for-tests|startDirectory|startCas|createServer|\.listen\(|child_process/;

function unitTests() {
  return FOLDERS.flatMap((folder) => filesIn(join(repository, folder)))
    .filter((file) => /\/src\/.*\.test\.tsx?$/.test(file) && !/\/(node_modules|dist|template)\//.test(file))
    .filter((file) => !startsSomething(file));
}

/** Whether a test file, or a helper for tests that it imports, names something of the above. */
function startsSomething(file) {
  const text = readFileSync(file, 'utf8');
  const helpers = [...text.matchAll(/from '(\..*)\.js'/g)]
    .map(([, name]) => join(dirname(file), name))
    .filter((path) => /-for-tests$|\/testing\//.test(path))
    .map((path) => (existsSync(`${path}.ts`) ? `${path}.ts` : `${path}.tsx`));
  return STARTS.test(text) || helpers.some(startsSomething);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

export default {
  ...config,
  globalSetup: undefined,
  globalTeardown: undefined,
  testEnvironmentOptions: { startsNothing: true },
  testMatch: unitTests(),
};
