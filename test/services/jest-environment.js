// SPDX-License-Identifier: EUPL-1.2
// Where a test file runs. On Node 20 each AsyncLocalStorage that was ever used has its part in every promise that the process
// makes, until somebody disables it (Node.js, Asynchronous context tracking): those of a file that is done slow down all that
// follow, and hold what they knew.
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

const { run } = AsyncLocalStorage.prototype;

export default class TidyEnvironment extends TestEnvironment {
  #used = new Set();

  async setup() {
    const used = this.#used;
    AsyncLocalStorage.prototype.run = function (...all) {
      used.add(this);
      return run.apply(this, all);
    };
    await super.setup();
  }

  async teardown() {
    AsyncLocalStorage.prototype.run = run;
    for (const storage of this.#used) storage.disable();
    await super.teardown();
  }
}
