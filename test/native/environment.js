// SPDX-License-Identifier: EUPL-1.2
// Jest's `testEnvironment`: the process itself, which runs many test files one after another. docs/adr/0062-modules-loaded-once.md
import { AsyncLocalStorage } from 'node:async_hooks';
import process from 'node:process';
import { endBeforeNextFile, processRunsFile } from './end-process.js';
import { changesSince, GRACE, resourcesSince, stateOfProcess } from './left-behind.js';
import { refuseStarts } from './refuse-starts.js';

const { exit } = process;
const { run } = AsyncLocalStorage.prototype;

export default class ProcessEnvironment {
  global = globalThis;
  // Jest asks for these; no test uses them.
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = null;
  #console = globalThis.console;
  #storages = new Set();
  #before;
  #grace;

  /** @param {{ projectConfig: { testEnvironmentOptions: { startsNothing?: boolean, grace?: number } } }} config */
  constructor({ projectConfig }, { docblockPragmas }) {
    this.#grace = projectConfig.testEnvironmentOptions.grace ?? GRACE;
    processRunsFile();
    if ('own-process' in docblockPragmas) endBeforeNextFile();
    if (projectConfig.testEnvironmentOptions.startsNothing) refuseStarts();
  }

  async setup() {
    // These options are for the processes of jest alone: programs that a test starts load what an installation loads.
    delete process.env.NODE_OPTIONS;
    process.exit = refuseExit;
    const used = this.#storages;
    AsyncLocalStorage.prototype.run = function (...all) {
      used.add(this);
      return run.apply(this, all);
    };
  }

  /** Events of jest-circus. A file that leaves something behind fails, and the next file has a new process. */
  async handleTestEvent({ name }, { unhandledErrors }) {
    if (name === 'setup') this.#before = stateOfProcess();
    if (name !== 'run_finish') return;
    const left = [...(await resourcesSince(this.#before, this.#grace)), ...changesSince(this.#before)];
    if (left.length === 0) return;
    endBeforeNextFile();
    unhandledErrors.push(withoutStack(`This test file left behind: ${left.join(', ')}. Undo it in afterAll.`));
  }

  /**
   * On Node.js 20 each AsyncLocalStorage that was ever used slows down every promise of the process until it is disabled (Node.js,
   * Asynchronous context tracking): those of one file would slow down all files that follow.
   */
  async teardown() {
    AsyncLocalStorage.prototype.run = run;
    for (const storage of this.#storages) storage.disable();
    // Jest keeps its environment a while, and the globals lead to all that the tests of the file hold.
    this.#before = undefined;
    this.#storages.clear();
    process.exit = exit;
    globalThis.console = this.#console;
  }

  /** For coverage, which this environment does not have. */
  getVmContext() {
    return null;
  }

  exportConditions() {
    return [];
  }
}

/** One function for all files: a module that keeps `process.exit` for later keeps this one. */
function refuseExit(code = 0) {
  throw new Error(`A test file must not end its process, and process.exit(${code}) was called.`);
}

function withoutStack(message) {
  const error = new Error(message);
  error.stack = message;
  return error;
}
