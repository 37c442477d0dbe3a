// SPDX-License-Identifier: EUPL-1.2
// Jest preset for TypeScript, TSX and decorators as ES modules: docs/adr/0003-esm-and-jest.md. It is plain JavaScript
// because jest reads it before anything is built. Bricks outside the repository use it as their preset; the repository
// extends it.
export default {
  testMatch: ['<rootDir>/src/**/*.test.ts?(x)'],
  testEnvironment: 'node',
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
