// SPDX-License-Identifier: EUPL-1.2

/**
 * Lines about bricks that have tables but are no longer in the settings.
 * @param what the fate of their data: `stays`
 */
export function leftoverLines(leftovers: readonly string[], what: string): string[] {
  return leftovers.map(
    (brick) =>
      `The database still has the tables of ${brick}, which volee.yaml does not name: what they hold of persons ${what}. ` +
      'Name the brick again, or drop its tables.',
  );
}
