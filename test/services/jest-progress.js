// SPDX-License-Identifier: EUPL-1.2
// A reporter beside jest's own: a line each minute, for logs that show nothing else of a long file, and at the end what a quick run left out.
// The files that failed are listed in the file that VOLEE_FAILED_FILES names, where test/launch/run-tests.js asks for them.
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';

const MINUTE = 60_000;

const ON_SQLITE = /\bSQLite\b/;

/** A suite without its server is skipped for that: describe-with.ts. */
const WITHOUT_SERVER = /^left out: /;

export default class ProgressReporter {
  #globalConfig;
  #every;
  #timer;
  #began = performance.now();
  #results;
  #running = new Map();
  #left = { onMariadb: 0, skipped: 0 };

  /** @param {{ every?: number }} [options] `every`: milliseconds between two lines */
  constructor(globalConfig, { every = MINUTE } = {}) {
    this.#globalConfig = globalConfig;
    this.#every = every;
  }

  onRunStart(results) {
    this.#results = results;
    this.#timer = setInterval(() => say(this.#progress()), this.#every).unref();
  }

  onTestFileStart({ path }) {
    this.#running.set(path, performance.now());
  }

  onTestFileResult({ path }, result, results) {
    this.#running.delete(path);
    this.#results = results;
    if (!isQuick()) return;
    this.#left.onMariadb += onMariadb(result, readFileSync(path, 'utf8'));
    // Tests that do not match the title that the user asked for are skipped as well.
    if (this.#globalConfig.testNamePattern) return;
    this.#left.onMariadb += skipped(result, true);
    this.#left.skipped += skipped(result, false);
  }

  onRunComplete(contexts, results) {
    clearInterval(this.#timer);
    const list = process.env.VOLEE_FAILED_FILES;
    if (list !== undefined) writeFileSync(list, JSON.stringify(failedFiles(results, this.#globalConfig)));
    if (!isQuick()) return;
    const line = leftLine({ files: leftFiles(contexts, this.#globalConfig), ...this.#left });
    // After the summary of jest, which ends only when the user tells it to where it watches.
    if (this.#globalConfig.watch || this.#globalConfig.watchAll) say(line);
    else process.once('exit', () => say(line));
  }

  #progress() {
    const { numPassedTestSuites, numFailedTestSuites, numPendingTestSuites, numTotalTestSuites } = this.#results;
    const done = numPassedTestSuites + numFailedTestSuites + numPendingTestSuites;
    const failed = numFailedTestSuites === 0 ? '' : `, ${numFailedTestSuites} of them failed`;
    const minutes = Math.round((performance.now() - this.#began) / MINUTE);
    return `after ${minutes} min, ${done} of ${numTotalTestSuites} files are done${failed}${this.#longest()}`;
  }

  /** The file that has run for the longest time, if it began before the last line. */
  #longest() {
    const [path, since] = [...this.#running].sort(([, one], [, other]) => one - other)[0] ?? [];
    const seconds = Math.round((performance.now() - since) / 1000);
    if (path === undefined || seconds * 1000 < this.#every) return '';
    return `; ${relative(this.#globalConfig.rootDir, path)} has run for ${seconds} s`;
  }
}

/** The paths of files with a failed test, or that could not run. */
function failedFiles({ testResults }, { rootDir }) {
  const failed = testResults.filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError);
  return failed.map(({ testFilePath }) => relative(rootDir, testFilePath));
}

function isQuick() {
  return process.env.VOLEE_TEST_QUICK === '1';
}

/** Files that the settings of jest leave out of a quick run, among those that the user asked for. */
function leftFiles(contexts, { rootDir, testPathPatterns }) {
  const isAskedFor = testPathPatterns.toExecutor({ rootDir });
  const all = [...contexts].flatMap(({ hasteFS }) => hasteFS.getAllFiles());
  return new Set(all.filter((path) => /\.all\.test\.[jt]sx?$/.test(path) && isAskedFor.isMatch(path))).size;
}

/**
 * Tests that a full run has on MariaDB as well: those on SQLite of a suite on each database, and those of `onceInQuickRun`.
 * @param {string} text of the file: a title that it writes out is no title of a suite on each database
 */
function onMariadb({ testResults }, text) {
  if (process.env.VOLEE_TEST_MARIADB_URL === undefined) return 0;
  const names = new Set(testResults.map(({ fullName }) => fullName));
  const isOnEach = ({ ancestorTitles, title }) =>
    [...ancestorTitles, title].some((one) => ON_SQLITE.test(one) && !text.includes(one));
  const hasRun = ({ status }) => status === 'passed' || status === 'failed';
  return testResults.filter(
    (one) => hasRun(one) && isOnEach(one) && !names.has(one.fullName.replace(ON_SQLITE, 'MariaDB')),
  ).length;
}

/** Tests that only a full run runs (core-adapter/src/testing/full-run.ts), on MariaDB or not. */
function skipped({ testResults }, isOnMariadb) {
  return testResults.filter(
    ({ status, title, fullName }) =>
      status === 'pending' && !WITHOUT_SERVER.test(title) && /\bMariaDB\b/.test(fullName) === isOnMariadb,
  ).length;
}

function leftLine({ files, onMariadb, skipped }) {
  const left = [
    [files, 'file', ' named *.all.test.ts'],
    [onMariadb, 'test', ' on MariaDB'],
    [skipped, 'other skipped test', ''],
  ].filter(([number]) => number > 0);
  const list = left.map(([number, noun, rest]) => `${number} ${noun}${number === 1 ? '' : 's'}${rest}`).join(', ');
  return list === ''
    ? 'nothing of these files is left to "npm test -- --all"'
    : `left to "npm test -- --all", which CI runs: ${list}`;
}

/** On standard error, as jest itself, which writes its own lines again below this one at a terminal. */
function say(sentence) {
  process.stderr.write(`volee: ${sentence}\n`);
}
