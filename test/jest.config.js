// SPDX-License-Identifier: EUPL-1.2
// The settings for all packages at once. Test files of one process share their modules (docs/adr/0062-modules-loaded-once.md).
import preset from '@volee/core-adapter/testing/jest-preset';

/** `npm test` without `--all`. */
const QUICK = process.env.VOLEE_TEST_QUICK === '1';

export default {
  ...preset,
  rootDir: '..',
  // All cores: by default jest leaves one out, and with two that is a single process. One process more than cores took as long, and more
  // memory.
  maxWorkers: '100%',
  // A process that holds more than this between two files is replaced. `--max-semi-space-size` in package.json is for these processes: pages
  // make much that dies young, and with 64 MB for it instead of 16, collecting garbage takes a third less.
  workerIdleMemoryLimit: '1GB',
  // A test that runs a dozen programs is slow when others use the machine as well.
  testTimeout: 240_000,
  runtime: '<rootDir>/test/native/runtime.js',
  testEnvironment: '<rootDir>/test/native/environment.js',
  testSequencer: '<rootDir>/test/services/long-first.js',
  testMatch: ['<rootDir>/**/src/**/*.test.ts?(x)', '<rootDir>/test/**/*.test.ts?(x)'],
  // `npm test` runs each check once, and `npm test -- --all` runs these files as well (ADR 63). The extras of a new brick are tested in it.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/var/',
    '/template/with/',
    ...(QUICK ? [String.raw`\.all\.test\.tsx?$`] : []),
  ],
  modulePathIgnorePatterns: ['/dist/', '/var/'],
  globalSetup: '<rootDir>/test/services/jest-setup.js',
  globalTeardown: '<rootDir>/test/services/jest-teardown.js',
};
