// SPDX-License-Identifier: EUPL-1.2
// What tests of bricks use. Production code never imports it.
export * from './activate-alone.js';
export * from './sample-directory.js';
export * from './start-test-host.js';
export * from './test-clock.js';
export * from './test-databases.js';
export * from './test-exchange.js';
