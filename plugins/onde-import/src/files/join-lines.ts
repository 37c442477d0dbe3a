// SPDX-License-Identifier: EUPL-1.2
import type { KnownChild } from './find-child.js';
import { namesOf } from './keys.js';
import type { Pupil } from './pupil.js';
import type { TakenLine } from './read-pupil.js';
import type { Fault } from './remark.js';

/** One line per pupil, and the pupils who were left out. */
export interface JoinedLines {
  readonly lines: readonly TakenLine[];
  readonly faults: readonly Fault[];
  /** Pupils who share a number; none of them is imported. */
  readonly unread: readonly KnownChild[];
}

/** A pupil in a class and in a dispositif has one line for each; these lines are joined. The result does not depend on their order. */
export function joinLines(taken: readonly TakenLine[]): JoinedLines {
  const byKey = new Map<string, TakenLine[]>();
  for (const one of taken) {
    const known = byKey.get(one.pupil.key);
    if (known) known.push(one);
    else byKey.set(one.pupil.key, [one]);
  }
  const lines: TakenLine[] = [];
  const faults: Fault[] = [];
  const unread: KnownChild[] = [];
  for (const [first, ...others] of byKey.values()) {
    if (!first) continue;
    const pupils = [first, ...others].map(({ pupil }) => pupil);
    if (!areOne(pupils)) {
      const other = pupils.find((one) => whoIs(one) !== whoIs(first.pupil)) ?? first.pupil;
      for (const pupil of pupils) {
        faults.push(fault('sameIne', pupil, whoIs(pupil) === whoIs(first.pupil) ? other : first.pupil));
        unread.push(keyless(pupil));
      }
      continue;
    }
    let joined = first;
    for (const { pupil } of others) {
      if (isElsewhere(joined.pupil, pupil)) joined = { ...joined, pupil: inBoth(joined.pupil, pupil) };
      else faults.push(fault('twice', pupil, first.pupil));
    }
    lines.push(joined);
  }
  return { lines, faults, unread };
}

/**
 * Whether lines with one number describe one pupil. If not, only the school knows which pupil has it. Unreadable birth dates are ignored.
 */
function areOne(pupils: readonly Pupil[]): boolean {
  const days = new Set(pupils.flatMap(({ birthDate }) => birthDate ?? []));
  return new Set(pupils.map(namesOf)).size === 1 && days.size <= 1;
}

function whoIs(pupil: Pupil): string {
  return `${namesOf(pupil)} ${pupil.birthDate ?? ''}`;
}

function isElsewhere(first: Pupil, other: Pupil): boolean {
  return other.classes.some(({ key }) => !first.classes.some((one) => one.key === key));
}

function inBoth(first: Pupil, other: Pupil): Pupil {
  return { ...first, classes: [...first.classes, ...other.classes] };
}

function keyless({ familyName, givenName, birthDate, classes }: Pupil): KnownChild {
  return { familyName, givenName, classes, ...(birthDate !== undefined && { birthDate }) };
}

function fault(code: 'sameIne' | 'twice', { line, givenName, familyName }: Pupil, other: Pupil): Fault {
  return { line, code, values: { name: `${givenName} ${familyName}`, other: other.line } };
}
