// SPDX-License-Identifier: EUPL-1.2

/** Files of one message, the bytes of one, and of all together. */
export const MOST_FILES = 10;
export const MOST_BYTES = 20_000_000;
export const MOST_TOGETHER = 25_000_000;

/** Files in one form: of more than may be attached, each is still refused by its name. */
export const MOST_IN_FORM = 40;
