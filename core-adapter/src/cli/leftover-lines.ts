// SPDX-License-Identifier: EUPL-1.2

/** Of bricks that have tables and are in the settings no more. @param what becomes of what they hold: `stays` */
export function leftoverLines(leftovers: readonly string[], what: string): string[] {
  return leftovers.map(
    (brick) =>
      `The database still has the tables of ${brick}, which volee.yaml does not name: what they hold of persons ${what}. ` +
      'Name the brick again, or drop its tables.',
  );
}
