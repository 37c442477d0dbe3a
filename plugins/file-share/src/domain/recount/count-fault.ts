// SPDX-License-Identifier: EUPL-1.2
import { bytesOf, type Load } from '../quota/charge-tools.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { SpaceRow } from '../../store/space.entity.js';
import type { Counts } from '../tree/counts.js';

export interface CountFault {
  readonly kind: 'content' | 'folder' | 'space' | 'school';
  readonly id: string;
  /** The columns that differ: `{ refs: [2, 3] }`, the number in the row and the right one. */
  readonly wrong: Readonly<Record<string, readonly [number, number]>>;
}

/** A folder of a work or of a pupil’s part that is gone: nobody reaches what lies in it. */
export interface OrphanFault {
  readonly kind: 'orphan';
  readonly id: string;
  readonly space: string;
  readonly files: number;
}

/** The differences between two rows of counts, or undefined when there is none. */
export function differences(
  is: object,
  should: Readonly<Partial<Counts & Pick<SpaceRow, 'usedBytes'>>> & { readonly refs?: number },
): CountFault['wrong'] | undefined {
  const counted = new Map<string, unknown>(Object.entries(is));
  const wrong = Object.entries(should).flatMap(([column, right]): [string, [number, number]][] => {
    const number = Number(counted.get(column));
    return number === right ? [] : [[column, [number, right]]];
  });
  return wrong.length === 0 ? undefined : Object.fromEntries(wrong);
}

/** The right counts of a folder, from those of what is below it. A root has no name, and does not count. */
export function withItself({ name }: Pick<NodeRow, 'name'>, below: Counts): Counts {
  return { ...below, nodes: below.nodes + (name === '' ? 0 : 1) };
}

/** The right counts of a space, from those of what lies in it. */
export function usedBy(load: Load): Pick<SpaceRow, 'usedBytes' | 'nodes'> {
  return { usedBytes: bytesOf(load), nodes: load.nodes };
}
