// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '../../../api/people.js';
import type { Recipient } from '../../domain/directory/audience.js';
import type { Family } from '../../domain/directory/families.js';

export interface ChildLine {
  readonly id: string;
  readonly name: string;
  /** The child has the brick too. */
  readonly has: boolean;
  readonly guardians: readonly string[];
}

export interface ClassPeople {
  readonly group: Group;
  readonly teachers: readonly string[];
  readonly lines: readonly ChildLine[];
}

export interface PeopleByClass {
  readonly classes: readonly ClassPeople[];
  /** People who are in no class and have no child in one. */
  readonly team: readonly Recipient[];
  readonly others: readonly Recipient[];
}

interface Ties {
  /** In display order. */
  readonly groups: readonly Group[];
  readonly families: readonly Family[];
  /** Classes of pupils and teachers, by the id of the person. */
  readonly classesOf: ReadonlyMap<string, readonly Group[]>;
}

/** People who have a brick, class by class: each pupil with their guardians. */
export function peopleByClass(people: readonly Recipient[], { groups, families, classesOf }: Ties): PeopleByClass {
  const isIn = (personId: string, { id }: Group): boolean =>
    (classesOf.get(personId) ?? []).some((one) => one.id === id);
  const of = (profile: Recipient['profile']): Recipient[] => people.filter((one) => one.profile === profile);
  const [pupils, teachers] = [of('pupil'), of('teacher')];
  const guardians = new Map(of('guardian').map(({ id, displayName }) => [id, displayName]));

  const children = new Map(
    pupils.map(({ id, displayName: name }) => [id, { id, name, has: true, guardians: [] as string[] }]),
  );
  for (const { guardianId, childId, childName } of families) {
    const guardian = guardians.get(guardianId);
    if (guardian === undefined) continue;
    const child = children.get(childId) ?? { id: childId, name: childName, has: false, guardians: [] };
    child.guardians.push(guardian);
    children.set(childId, child);
  }
  const classes = groups
    .filter(({ kind }) => kind === 'class')
    .map((group) => ({
      group,
      teachers: teachers.filter(({ id }) => isIn(id, group)).map(({ displayName }) => displayName),
      lines: [...children.values()].filter(({ id }) => isIn(id, group)),
    }))
    .filter((one) => one.teachers.length + one.lines.length > 0);
  const inClass = new Set(classes.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const withChild = new Set(families.filter(({ childId }) => inClass.has(childId)).map(({ guardianId }) => guardianId));
  const ofClass = new Set(
    teachers.filter(({ id }) => classes.some(({ group }) => isIn(id, group))).map(({ id }) => id),
  );
  const leaders = new Set([...of('head'), ...of('staff')].map(({ id }) => id));
  const rest = people.filter(({ id, profile }) => {
    if (profile === 'pupil') return !inClass.has(id);
    if (profile === 'guardian') return !withChild.has(id);
    return !ofClass.has(id);
  });
  const isOfTeam = ({ id }: Recipient): boolean => leaders.has(id);
  return { classes, team: rest.filter(isOfTeam), others: rest.filter((one) => !isOfTeam(one)) };
}
