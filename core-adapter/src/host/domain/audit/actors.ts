// SPDX-License-Identifier: EUPL-1.2
// Actors of the audit trail that are no people; a person is recorded by their id.

/** A user of the command line. */
export const CLI = 'cli';
/** The scheduled jobs of the host. */
export const CLOCK = 'clock';
/** The SSO, on single logout. */
export const SSO = 'sso';
