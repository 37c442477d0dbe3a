// SPDX-License-Identifier: EUPL-1.2

/** The maximum number of files of a work to read, and to fill in: more than anybody hands out. Each start copies the latter. */
export const MOST_GIVEN_FILES = 50;
