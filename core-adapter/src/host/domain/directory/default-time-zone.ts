// SPDX-License-Identifier: EUPL-1.2

/** The time zone of a school that nobody has set otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';
