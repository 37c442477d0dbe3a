// SPDX-License-Identifier: EUPL-1.2

/** The time zone of a school without a setting of its own. */
export const DEFAULT_TIME_ZONE = 'Europe/Paris';
