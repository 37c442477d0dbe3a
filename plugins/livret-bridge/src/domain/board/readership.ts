// SPDX-License-Identifier: EUPL-1.2
import type { Relations } from '@volee/core-adapter';
import type { Board, BoardBilan } from './read-board.js';

/** The people who read the endorsed bilans of a period once they are published, and what stays. */
export interface Readership {
  readonly bilans: readonly BoardBilan[];
  /** The endorsed bilans of each class that has some. */
  readonly classes: readonly { readonly name: string; readonly count: number }[];
  /** The endorsed bilans of pupils who left. */
  readonly departed: number;
  /** The number of pupils of these classes with a bilan to read. */
  readonly pupils: number;
  readonly families: number;
  /** The number of those among them without a guardian in the school. */
  readonly withoutGuardian: number;
  /** The bilans of each class that are not endorsed yet, without those that are published. */
  readonly waiting: readonly { readonly name: string; readonly count: number }[];
}

export function readershipOf({ classes, departed, relations }: Board): Readership {
  const endorsed = classes.map(({ group, bilans }) => ({
    name: group.name,
    bilans: bilans.filter(({ state }) => state === 'visa'),
  }));
  const left = departed.filter(({ state }) => state === 'visa');
  const pupils = new Set(endorsed.flatMap(({ bilans }) => bilans.map(({ pupilId }) => pupilId)));
  const families = familiesOf(pupils, relations.childrenOf);
  const waiting = classes.map(({ group, bilans, unopened }) => ({
    name: group.name,
    count: unopened + bilans.filter(({ state }) => state !== 'visa' && state !== 'published').length,
  }));
  return {
    bilans: [...endorsed.flatMap(({ bilans }) => bilans), ...left],
    classes: endorsed
      .filter(({ bilans }) => bilans.length > 0)
      .map(({ name, bilans }) => ({ name, count: bilans.length })),
    departed: left.length,
    pupils: pupils.size,
    families: new Set(families.values()).size,
    withoutGuardian: pupils.size - families.size,
    waiting: waiting.filter(({ count }) => count > 0),
  };
}

/** The family of each pupil with a guardian, called by one of its pupils: pupils who share a guardian are of one family. */
function familiesOf(pupils: ReadonlySet<string>, childrenOf: Relations['childrenOf']): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  for (const children of childrenOf.values()) {
    const own = [...children].filter((id) => pupils.has(id));
    const [first] = own;
    if (first === undefined) continue;
    const joined = new Set(own.map((id) => families.get(id) ?? id));
    const family = families.get(first) ?? first;
    for (const [pupil, other] of families) if (joined.has(other)) families.set(pupil, family);
    for (const id of own) families.set(id, family);
  }
  return families;
}
