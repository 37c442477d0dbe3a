// SPDX-License-Identifier: EUPL-1.2

/** The style sheet of the pages of pupils. */
export const CHILD_SHEET = 'messaging-child.css';
