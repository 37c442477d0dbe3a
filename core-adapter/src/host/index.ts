// SPDX-License-Identifier: EUPL-1.2
// The exports with which the command line and the tests run a host. No brick imports it.
export * from './app/boot-host.js';
export * from './app/brick-entries.js';
export * from './app/core-schema.js';
export * from './infra/util/create-log.js';
export * from './infra/database/migrate.js';
export * from './app/doctor/examine.js';
export * from './app/doctor/readable-settings.js';
export * from './domain/bricks/loaded-brick.js';
export * from './infra/util/limits.js';
export * from './app/schema-owners.js';
export * from './domain/personal-data/close-school.js';
export * from './domain/personal-data/export-person.js';
export * from './infra/settings/load-settings.js';
export * from './infra/settings/settings-reference.js';
export * from './infra/settings/settings.schema.js';
export * from './app/sweep-content.js';
export { hostSheet } from './infra/assets/sheets.js';
