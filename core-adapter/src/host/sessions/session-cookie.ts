// SPDX-License-Identifier: EUPL-1.2

/** The cookie that holds the id of a session. */
export const SESSION_COOKIE = 'volee_session';
