// SPDX-License-Identifier: EUPL-1.2

/**
 * Lines about bricks that have tables but are no longer in the settings.
 * @param what the fate of their data: `stays`
 */
export function leftoverLines(leftovers: readonly string[], what: string): string[] {
  return leftovers.map(
    (brick) =>
      `The database still has the tables of ${brick}, but volee.yaml does not name it: personal data in them ${what}. ` +
      'Name the brick again, or drop its tables.',
  );
}
