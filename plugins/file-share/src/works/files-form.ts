// SPDX-License-Identifier: EUPL-1.2

/** The id of the form for files that go back. It shows once the address names it: what was typed above was kept by then. */
export const FILES_FORM = 'files-form';
