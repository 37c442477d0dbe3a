// SPDX-License-Identifier: EUPL-1.2

/** The maximum number of files that go back to one pupil: more than anybody corrects. */
export const MOST_RETURNED_FILES = 20;

/** The id of the form for files that go back. It shows once the address names it: what was typed above was kept by then. */
export const FILES_FORM = 'files-form';
