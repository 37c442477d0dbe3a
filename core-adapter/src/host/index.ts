// SPDX-License-Identifier: EUPL-1.2
// What the command line and the tests use to run a host. No brick imports it.
export * from './boot-host.js';
export * from './brick-entries.js';
export * from './core-owner.js';
export * from './create-log.js';
export * from './database/migrate.js';
export * from './doctor/examine.js';
export * from './doctor/readable-settings.js';
export * from './loader/loaded-brick.js';
export * from './owners-of.js';
export * from './personal-data/close-school.js';
export * from './personal-data/export-person.js';
export * from './settings/load-settings.js';
export * from './settings/settings-reference.js';
export * from './settings/settings.schema.js';
export * from './storage/sweep-content.js';
