// SPDX-License-Identifier: EUPL-1.2

/** The limits for one message: the number of files, the bytes of one file, and of all together. */
export const MOST_FILES = 10;
export const MOST_BYTES = 20_000_000;
export const MOST_TOGETHER = 25_000_000;

/** The maximum number of files in one form: each file beyond the limit is still refused by its name. */
export const MOST_IN_FORM = 40;
