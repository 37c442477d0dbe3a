// SPDX-License-Identifier: EUPL-1.2
// Where a test file runs. On Node 20 each AsyncLocalStorage that was ever used has its part in every promise that the process
// makes, until somebody disables it (Node.js, Asynchronous context tracking): those of a file that is done slow down all that
// follow, and hold what they knew.
// This file is plain JavaScript, as jest loads it before it can read TypeScript.
import { AsyncLocalStorage } from 'node:async_hooks';
import { isNativeError } from 'node:util/types';
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
    acceptErrorsOfNode(this.global.Error);
  }

  async teardown() {
    AsyncLocalStorage.prototype.run = run;
    for (const storage of this.#used) storage.disable();
    await super.teardown();
  }
}

/**
 * Makes errors of Node itself, such as those of node:fs, instances of the `Error` that tests see, as they are in the program: jest
 * runs tests in another realm (https://github.com/jestjs/jest/issues/2549). Subclasses are left alone.
 */
function acceptErrorsOfNode(ErrorOfTests) {
  const ordinary = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(ErrorOfTests, Symbol.hasInstance, {
    value(candidate) {
      return ordinary.call(this, candidate) || (this === ErrorOfTests && isNativeError(candidate));
    },
  });
}
