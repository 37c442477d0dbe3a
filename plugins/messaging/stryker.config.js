// SPDX-License-Identifier: EUPL-1.2
// `npm run mutate`: changes the rules in every way that Stryker knows, and fails unless a test notices each change.
const inTests = (path) => new URL(`../../test/${path}`, import.meta.url).href;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/rules/**/*.ts', '!src/domain/rules/**/*.test.ts', '!src/domain/rules/**/*-for-tests.ts'],
  plugins: [inTests('mutants/test-runner.js')],
  testRunner: 'in-process',
  testRunnerNodeArgs: [`--import=${inTests('native/register.js')}`, '--conditions=volee-source', '--no-warnings'],
  // Properties draw other cases each time: mutants that only they notice would be noticed on some days and not on others.
  testFile: 'src/domain/rules/unit-tests-for-tests.ts',
  coverageAnalysis: 'perTest',
  // A slow run on a busy machine must not count as a mutant that never ends.
  timeoutMS: 60_000,
  thresholds: { high: 100, low: 100, break: 100 },
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // git, ESLint and Prettier ignore it.
  tempDirName: 'dist/stryker',
  ignorePatterns: ['dist'],
};
