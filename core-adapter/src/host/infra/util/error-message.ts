// SPDX-License-Identifier: EUPL-1.2

/**
 * The message of any thrown value. It never throws: code of a brick may throw values that cannot be converted to text,
 * and callers cannot catch that.
 */
export function errorMessage(error: unknown): string {
  try {
    const said: unknown = error instanceof Error ? error.message : error;
    return String(said);
  } catch {
    return 'what was thrown cannot be put into words';
  }
}
