// SPDX-License-Identifier: EUPL-1.2
// A test runner for Stryker, which loads the tests once and runs them in its own process: docs/adr/0131-mutants-in-loaded-modules.md
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { describe, getState, it, resetState, test } from 'jest-circus';

register('./load-anew.js', import.meta.url);
Object.assign(globalThis, { describe, expect, it, test });

/** Changed code asks this object which change is active, and counts at it how often each runs. */
const stryker = (globalThis.__stryker__ ??= {});

class TestsInProcess {
  static inject = tokens(commonTokens.options);
  #url;
  #tests;
  #loads = 0;

  /** @param {{ testFile: string }} options `testFile`: from Stryker's copy of the package, in which this process works */
  constructor({ testFile }) {
    this.#url = pathToFileURL(testFile).href;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await this.#load();
    return run(this.#tests, { isToTheEnd: true });
  }

  async mutantRun({ activeMutant: { id }, testFilter, mutantActivation, reloadEnvironment, hitLimit }) {
    Object.assign(stryker, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    // A change in code that runs while its module is loaded must be active by then.
    stryker.activeMutant = mutantActivation === 'static' ? id : undefined;
    if (reloadEnvironment || this.#tests === undefined) await this.#load();
    stryker.activeMutant = id;
    const asked = testFilter === undefined ? this.#tests : this.#tests.filter((one) => testFilter.includes(one.id));
    return toMutantRunResult(await run(asked, { isToTheEnd: false }));
  }

  async #load() {
    resetState();
    this.#loads += 1;
    await import(`${this.#url}?load=${this.#loads}`);
    this.#tests = testsIn(getState().rootDescribeBlock, []);
  }
}

/** Every test of a block, in order. */
function testsIn({ hooks, children }, titles) {
  if (hooks.length > 0) throw new Error('Tests of mutants have no hooks, such as beforeEach: nothing would run them.');
  return children.flatMap((child) => {
    const path = [...titles, child.name];
    if (child.mode !== undefined)
      throw new Error(`Tests of mutants all run: "${path.join(' ')}" is for .${child.mode}.`);
    return child.type === 'describeBlock' ? testsIn(child, path) : [{ id: path.join(' '), takes: child.fn }];
  });
}

/** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} up to the first failure, unless `isToTheEnd` */
async function run(tests, { isToTheEnd }) {
  const results = [];
  for (const one of tests) {
    const result = await resultOf(one);
    const limit = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    if (limit !== undefined) return limit;
    results.push(result);
    if (result.status === TestStatus.Failed && !isToTheEnd) break;
  }
  return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
}

async function resultOf({ id, takes }) {
  stryker.currentTestId = id;
  const began = performance.now();
  const failureMessage = await failureOf(takes);
  const timeSpentMs = performance.now() - began;
  stryker.currentTestId = undefined;
  const result = { id, name: id, timeSpentMs };
  return failureMessage === undefined
    ? { ...result, status: TestStatus.Success }
    : { ...result, status: TestStatus.Failed, failureMessage };
}

async function failureOf(takes) {
  try {
    await takes();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', TestsInProcess)];
export const strykerValidationSchema = { properties: { testFile: { type: 'string' } } };
