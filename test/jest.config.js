// SPDX-License-Identifier: EUPL-1.2
// The settings of a brick's tests, for all packages at once.
import preset from '@volee/core-adapter/testing/jest-preset';

export default {
  ...preset,
  rootDir: '..',
  // Every core: jest leaves one out, and with two that is a single process, in which modules of all suites pile up.
  maxWorkers: '100%',
  // The modules of a test file that is done stay in its worker (https://github.com/jestjs/jest/issues/11956): one to seventy MB
  // each, until the process has no memory left. A worker that holds more than this between two files is replaced.
  workerIdleMemoryLimit: '1GB',
  // A test that runs a dozen programs takes its time where others use the machine as well.
  testTimeout: 240_000,
  testEnvironment: '<rootDir>/test/services/jest-environment.js',
  testMatch: ['<rootDir>/**/src/**/*.test.ts?(x)', '<rootDir>/test/**/*.test.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/var/'],
  modulePathIgnorePatterns: ['/dist/', '/var/'],
  globalSetup: '<rootDir>/test/services/jest-setup.js',
  globalTeardown: '<rootDir>/test/services/jest-teardown.js',
  testEnvironmentOptions: { customExportConditions: ['volee-source', 'node', 'node-addons'] },
};
