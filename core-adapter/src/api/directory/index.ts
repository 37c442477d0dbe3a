// SPDX-License-Identifier: EUPL-1.2
// The contract of bricks that bring people, groups and schools: from a directory, or from files.
export * from './brick-database.js';
export * from './directory-brick.js';
export * from './directory-source.js';
export * from './import-brick.js';
export * from './imports.js';
