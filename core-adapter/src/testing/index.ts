// SPDX-License-Identifier: EUPL-1.2
// Helpers for tests of bricks. Production code never imports them.
export * from './activate-alone.js';
export * from './add-stand-in.js';
export * from './ask-everybody.js';
export * from './contract/brick-contract.js';
export * from './contract/contract-checks.js';
export * from './contract/contract-options.js';
export * from './change-school.js';
export * from './directory-records.js';
export * from './full-run.js';
export * from './import-classes.js';
export * from './name-sample-twice.js';
export * from './no-schools.js';
export {
  CLASSMATE_RECORDS,
  CLASSMATE_ROLES,
  OTHER_SCHOOL,
  ROLES,
  SAMPLE_RECORDS,
  sampleSource,
  sampleSourceWith,
  SCHOOL,
  testHostSource,
  type Role,
} from './sample-directory.js';
export { startTestHost, type TestHost, type TestHostOptions, type TestPerson } from './start-test-host.js';
export * from './test-clock.js';
export * from './test-databases.js';
export * from './test-exchange.js';
export * from './test-folder.js';
export type { TestBrick } from './test-settings.js';
