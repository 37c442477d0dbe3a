// SPDX-License-Identifier: EUPL-1.2
// The real servers that the tests use, each in a folder of its own on 127.0.0.1; see test/services/install.sh.
export * from './available.js';
export * from './axe-violations.js';
export * from './chromium.js';
export * from './chromium-path.js';
export * from './describe-with.js';
export * from './dovecot.js';
export * from './firefox.js';
export * from './lemonldap.js';
export type { LemonldapSettings } from './lemonldap-configuration.js';
export * from './mariadb.js';
export type { Stoppable } from './in-own-folder.js';
export * from './portal-visitor.js';
export * from './recording-service.js';
export * from './slapd.js';
export type { SlapdSettings } from './slapd-configuration.js';
export * from './transferred-bytes.js';
export * from './wait-until.js';
export * from './webkit.js';
