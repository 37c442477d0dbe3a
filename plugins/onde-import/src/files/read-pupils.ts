// SPDX-License-Identifier: EUPL-1.2
import type { Table } from '../csv/read-table.js';
import { pupilPlaces } from './columns.js';
import type { KnownChild } from './find-child.js';
import { namesOf } from './keys.js';
import type { Level } from './levels.js';
import { longLines } from './long-lines.js';
import type { Pupil } from './pupil.js';
import { readPupil, type TakenLine } from './read-pupil.js';
import type { Fault, Oddity } from './remark.js';

/** What the pupils' file says. */
export interface PupilsFile {
  /** Of the levels that are wanted. */
  readonly pupils: readonly Pupil[];
  /** Of other levels: a guardian may name them as his children. */
  readonly others: readonly Pupil[];
  /** Whom the lines that were left out name: a guardian may mean them. */
  readonly unread: readonly KnownChild[];
  /** How many those are, by level; of a cycle alone, under its levels: `CP CE1 CE2`. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
  readonly oddities: readonly Oddity[];
  readonly hasIne: boolean;
  readonly hasClassId: boolean;
}

export function readPupils(table: Table, wanted: readonly Level[]): PupilsFile {
  const places = pupilPlaces(table.header);
  const read = table.rows.map((row) => readPupil(row, places));
  const taken = read.filter((one): one is TakenLine => 'pupil' in one);
  const unread = read.flatMap((one) => ('child' in one && one.child ? [one.child] : []));
  const known = new Map<string, TakenLine>();
  const faults: Fault[] = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
  for (const one of taken) {
    const first = known.get(one.pupil.key);
    if (!first) known.set(one.pupil.key, one);
    else if (!isSame(first.pupil, one.pupil)) faults.push(clash('sameIne', one.pupil, first.pupil));
    else if (!isElsewhere(first.pupil, one.pupil)) faults.push(clash('twice', one.pupil, first.pupil));
    else known.set(one.pupil.key, { ...first, pupil: inBoth(first.pupil, one.pupil) });
  }

  const isWanted = ({ levels }: TakenLine): boolean => levels.some((level) => wanted.includes(level));
  const all = [...known.values()];
  const [pupils, others] = [all.filter(isWanted), all.filter((one) => !isWanted(one))];
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

/** Two pupils with one number: which of them has it, only the school knows. */
function isSame(one: Pupil, other: Pupil): boolean {
  return namesOf(one) === namesOf(other) && one.birthDate === other.birthDate;
}

/** A pupil may be in a class and in a dispositif: then he has a line for each. */
function isElsewhere(first: Pupil, other: Pupil): boolean {
  return other.classes.some(({ key }) => !first.classes.some((one) => one.key === key));
}

function inBoth(first: Pupil, other: Pupil): Pupil {
  return { ...first, classes: [...first.classes, ...other.classes] };
}

function clash(code: 'sameIne' | 'twice', { line, ...other }: Pupil, first: Pupil): Fault {
  const values = { name: `${other.givenName} ${other.familyName}`, first: first.line };
  return { line, code, values };
}

function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}
