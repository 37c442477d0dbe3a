// SPDX-License-Identifier: EUPL-1.2
// Settings that run TypeScript, TSX and decorators as ES modules: see docs/adr/0003-esm-and-jest.md.
export default {
  rootDir: '..',
  testMatch: ['<rootDir>/**/src/**/*.test.ts?(x)', '<rootDir>/test/**/*.test.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/var/'],
  modulePathIgnorePatterns: ['/dist/', '/var/'],
  globalSetup: '<rootDir>/test/services/jest-setup.js',
  globalTeardown: '<rootDir>/test/services/jest-teardown.js',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['volee-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 30_000,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: false,
            useDefineForClassFields: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
