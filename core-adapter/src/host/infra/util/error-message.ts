// SPDX-License-Identifier: EUPL-1.2

/**
 * What anything that was thrown says. It never throws itself: code of a brick may throw what is no text and cannot be made one,
 * and this is asked where nobody could catch that.
 */
export function errorMessage(error: unknown): string {
  try {
    const said: unknown = error instanceof Error ? error.message : error;
    return String(said);
  } catch {
    return 'what was thrown cannot be put into words';
  }
}
