// SPDX-License-Identifier: EUPL-1.2
import type { Level } from '@volee/core-adapter';
import type { Table } from '../csv/read-table.js';
import { pupilPlaces } from './columns.js';
import type { KnownChild } from './find-child.js';
import { withPauses } from './with-pauses.js';
import { joinLines } from './join-lines.js';
import { longLines } from './long-lines.js';
import type { Pupil } from './pupil.js';
import { readPupil, type PupilLine, type TakenLine } from './read-pupil.js';
import type { Fault, Oddity } from './remark.js';

/** The content of the pupils' file. */
export interface PupilsFile {
  /** Pupils of the requested levels. */
  readonly pupils: readonly Pupil[];
  /** Pupils of other levels, because guardians may have children among them. */
  readonly others: readonly Pupil[];
  /** Children named in lines that were left out, because guardians may refer to them. */
  readonly unread: readonly KnownChild[];
  /** Number of pupils left out, by level; pupils with a cycle only count under its levels: `CP CE1 CE2`. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
  readonly oddities: readonly Oddity[];
  readonly hasIne: boolean;
  readonly hasClassId: boolean;
}

export async function readPupils(table: Table, wanted: readonly Level[]): Promise<PupilsFile> {
  const places = pupilPlaces(table.header);
  const read: PupilLine[] = [];
  for await (const row of withPauses(table.rows)) read.push(readPupil(row, places));
  const joined = joinLines(read.filter((one): one is TakenLine => 'pupil' in one));
  const faults = [...read.flatMap((one) => ('fault' in one ? [one.fault] : [])), ...joined.faults];
  const unread = [...read.flatMap((one) => ('child' in one && one.child ? [one.child] : [])), ...joined.unread];

  const isWanted = ({ levels }: TakenLine): boolean => levels.some((level) => wanted.includes(level));
  const [pupils, others] = [joined.lines.filter(isWanted), joined.lines.filter((one) => !isWanted(one))];
  const leftOut = new Map<string, number>();
  for (const { levels } of others) leftOut.set(levels.join(' '), (leftOut.get(levels.join(' ')) ?? 0) + 1);
  return {
    pupils: pupils.map(({ pupil }) => pupil),
    others: others.map(({ pupil }) => pupil),
    unread,
    leftOut,
    faults: faults.sort(byLine),
    oddities: [...pupils.flatMap(({ oddities }) => oddities), ...longLines(table)].sort(byLine),
    hasIne: places.ine !== undefined,
    hasClassId: places.classId !== undefined,
  };
}

function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}
