// SPDX-License-Identifier: EUPL-1.2
// The contract of bricks with pages for schools, and what bricks of every kind share. Types, errors and small factories,
// without I/O or side effects.
export * from './access.js';
export * from './audit.js';
export * from './brick-base.js';
export * from './brick-jobs.js';
export * from './brick.js';
export * from './byte-range.js';
export * from './check.js';
export * from './command.js';
export * from './content.js';
export * from './database.js';
export * from './day.js';
export * from './drop-unseen.js';
export * from './errors.js';
export * from './fill-text.js';
export * from './former-school.js';
export * from './http.js';
export * from './i18n.js';
export * from './jobs.js';
export * from './levels.js';
export * from './live.js';
export * from './log.js';
export * from './manifest.js';
export * from './named-query.js';
export * from './normalise-for-search.js';
export * from './once-per-request.js';
export * from './people.js';
export * from './personal-data.js';
export * from './portal.js';
export * from './school-directory.js';
export * from './school-work.js';
export * from './setting-types.js';
export * from './storage.js';
