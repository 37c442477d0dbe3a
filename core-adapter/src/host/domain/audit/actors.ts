// SPDX-License-Identifier: EUPL-1.2
// Who acts where no person does; of a person it is his id.

/** Whoever types on the command line. */
export const CLI = 'cli';
/** The host by itself, at its hours. */
export const CLOCK = 'clock';
/** The SSO, when it says that somebody has left. */
export const SSO = 'sso';
