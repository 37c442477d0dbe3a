// SPDX-License-Identifier: EUPL-1.2
// The steps of `npm start`, `npm test` and similar commands, each announced in a line of its own. Plain JavaScript that imports only
// Node.js: it runs before anything is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run, runNpm } from './run.js';
import { swallowedOptions } from './swallowed-options.js';

/** A step: the message before it runs (none: nothing to do), and its action on the words of the command line. */
export const STEPS = {
  install: {
    says: () => (isInstalled() ? undefined : 'installing packages, which takes a minute the first time'),
    does: install,
  },
  compile: { says: () => 'compiling', does: compile },
  lint: { says: () => 'checking format and style', does: () => runNpm(['run', '--silent', 'lint']) },
  test: { says: () => 'testing', does: (words) => runNpm(['run', '--silent', 'jest', '--', ...words]) },
  start: { says: () => 'starting', does: start, refuses: (words) => swallowedOptions(process.env, words) },
};

/** The file that npm writes after every install. */
const INSTALLED = join('node_modules', '.package-lock.json');

function isInstalled() {
  return existsSync(INSTALLED) && statSync('package-lock.json').mtimeMs <= statSync(INSTALLED).mtimeMs;
}

function install() {
  const env = {
    // By default npm waits 10 s and then 60 s before a retry, which is long for a user at a terminal.
    npm_config_fetch_retry_mintimeout: '1000',
    npm_config_fetch_retry_maxtimeout: '5000',
    ...process.env,
  };
  // Given here, because `npm run --silent` applies to every npm below it.
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  return runNpm(words, { env, keepsErrors: true });
}

function compile(words) {
  const compiler = join('node_modules', 'typescript-7', 'bin', 'tsc');
  const plugins = readdirSync('plugins').map((name) => join('plugins', name, 'tsconfig.json'));
  return run(process.execPath, [compiler, '-b', '.', ...plugins.filter((file) => existsSync(file)), ...words]);
}

function start(words) {
  return run(process.execPath, [join('core-adapter', 'bin', 'volee.js'), 'demo', ...words]);
}
