// SPDX-License-Identifier: EUPL-1.2

/** The style sheet of pages on which a bilan is read. */
export const READ_SHEET = 'livret-bridge-read.css';
/** The style sheet beside it, on the page of the pupil. */
export const CHILD_SHEET = 'livret-bridge-child.css';
