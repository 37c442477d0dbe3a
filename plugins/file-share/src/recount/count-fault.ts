// SPDX-License-Identifier: EUPL-1.2

/** A count that differs from what it counts. */
export interface CountFault {
  readonly kind: 'content' | 'folder' | 'space' | 'school';
  /** The id of the row. */
  readonly id: string;
  /** The columns that differ: `{ refs: [2, 3] }`, the number in the row and the right one. */
  readonly wrong: Readonly<Record<string, readonly [number, number]>>;
}

/** A folder of a work or of a pupil’s part that is gone: nobody reaches what lies in it. */
export interface OrphanFault {
  readonly kind: 'orphan';
  /** The id of the folder. */
  readonly id: string;
  readonly space: string;
  /** The number of files below it. */
  readonly files: number;
}

/** The differences between two rows of counts, or undefined when there is none. */
export function differences(is: object, should: Readonly<Record<string, number>>): CountFault['wrong'] | undefined {
  const counted = new Map<string, unknown>(Object.entries(is));
  const wrong = Object.entries(should).flatMap(([column, right]): [string, [number, number]][] => {
    const number = Number(counted.get(column));
    return number === right ? [] : [[column, [number, right]]];
  });
  return wrong.length === 0 ? undefined : Object.fromEntries(wrong);
}
