// SPDX-License-Identifier: EUPL-1.2
// `npm run mutate`: changes the rules in every way that Stryker knows, and fails unless a test notices each change.
import preset from '@volee/core-adapter/testing/jest-preset';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/rules/**/*.ts', '!src/domain/rules/**/*.test.ts', '!src/domain/rules/**/*-for-tests.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    // Properties draw other cases each time: mutants that only they notice would be noticed on some days and not on others.
    config: {
      ...preset,
      roots: ['<rootDir>/src/domain/rules'],
      testMatch: ['**/unit-tests-for-tests.ts'],
      reporters: [],
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // Contexts of jest stay in memory: 10 MB for each mutant.
  maxTestRunnerReuse: 100,
  // A slow run on a busy machine must not count as a mutant that never ends.
  timeoutMS: 60_000,
  thresholds: { high: 100, low: 100, break: 100 },
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // git, ESLint and Prettier ignore it.
  tempDirName: 'dist/stryker',
  ignorePatterns: ['dist'],
};
