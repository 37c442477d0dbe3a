// SPDX-License-Identifier: EUPL-1.2

/** The id of the part of a page with the form that replies. */
export const REPLY_ID = 'messaging-reply';
