// SPDX-License-Identifier: EUPL-1.2
// The steps of `npm start`, `npm test` and similar commands, each announced in a line of its own. Plain JavaScript that imports only
// Node.js: it runs before anything is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lint, lintChanges } from './lint.js';
import { run, runNpm } from './run.js';
import { findTests, mutate, runTests } from './run-tests.js';
import { swallowedByStart, swallowedByTest } from './swallowed-options.js';

/**
 * A command as the user typed it.
 * @typedef {object} Command
 * @property {readonly string[]} words of the command line, for jest, the compiler or the demo
 * @property {boolean} isFull typed with `--all`
 * @property {string | undefined} folder one package: `npm test -w plugins/messaging`
 */

/** A step: the message before it runs (none: nothing to do), and its action. Both get the command. */
export const STEPS = {
  install: {
    says: () => (isInstalled() ? undefined : 'installing packages, which takes a minute the first time'),
    does: install,
  },
  compile: { says: () => 'compiling', does: ({ folder }) => compile(folder, []) },
  build: { says: () => 'compiling', does: ({ words }) => compile(undefined, words) },
  lint: { says: () => 'checking format and style', does: lint },
  lintChanges: { says: () => 'checking format and style', does: lintChanges },
  // Before the lint, so that a word with a mistake in it costs nobody a minute.
  find: { says: ({ words }) => (words.length === 0 ? undefined : 'looking for the tests'), does: findTests },
  test: { says: () => 'testing', does: runTests, refuses: (command) => swallowedByTest(process.env, command) },
  mutate: {
    says: ({ isFull, words }) =>
      isFull && words.length === 0 ? 'changing the rules of messages in every way, which tests must notice' : undefined,
    does: mutate,
  },
  start: { says: () => 'starting', does: start, refuses: ({ words }) => swallowedByStart(process.env, words) },
};

/** The file that npm writes after every install. */
const INSTALLED = join('node_modules', '.package-lock.json');

/** Whether the packages are those of package-lock.json. */
export function isInstalled() {
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

/** Compiles one package with those that its tsconfig.json refers to, or all. */
function compile(folder, words) {
  const compiler = join('node_modules', 'typescript-7', 'bin', 'tsc');
  return run(process.execPath, [compiler, '-b', ...(folder === undefined ? allPackages() : [folder]), ...words]);
}

function allPackages() {
  const plugins = readdirSync('plugins').map((name) => join('plugins', name, 'tsconfig.json'));
  return ['.', ...plugins.filter((file) => existsSync(file))];
}

function start({ words }) {
  return run(process.execPath, [join('core-adapter', 'bin', 'volee.js'), 'demo', ...words]);
}
