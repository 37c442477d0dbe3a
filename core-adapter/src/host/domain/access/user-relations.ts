// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '../../../api/school-directory.js';
import type { CurrentUser, Group, School } from '../../../api/people.js';
import { once } from '../../infra/util/once.js';
import type { Directory } from '../directory/directory.js';
import type { FormerTie } from '../directory/former-ties.js';
import type { GroupRelation, KnownFamily } from '../directory/group-relations.js';
import { childrenIn } from '../directory/kinships.js';
import { byName } from '../directory/member-groups.js';
import type { PupilRelation } from '../directory/pupil-relations.js';

/** The relations of a user in one school, during a request. Each is read once, when it is needed. */
export interface UserRelations {
  groups(): Promise<readonly GroupRelation[]>;
  pastGroups(): Promise<readonly GroupRelation[]>;
  /** The former groups by which activations still reach the user. They give no permission. */
  formerGroups(): Promise<readonly FormerTie[]>;
  schoolGroups(): Promise<readonly Group[]>;
  /** The children of a guardian who are pupils of the school, by family name. */
  children(): Promise<readonly Member[]>;
  /**
   * The groups of this school year that each of these people is in, by name, where they are the user or children who are pupils of the school;
   * undefined for anybody else.
   */
  groupsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Group[]> | undefined>;
  /** Ids of people who never were pupils of the school are left out. */
  pupils(ids: readonly string[]): Promise<ReadonlyMap<string, PupilRelation>>;
  /** Whether the brick of these relations is on for the teachers of a group; outside of a brick, always. */
  isOnFor(group: Group): boolean;
}

type Reads = FamilyReads & Pick<Directory, 'ties' | 'pastTies' | 'formerTies' | 'currentGroups' | 'pupilRelations'>;

type FamilyReads = Pick<Directory, 'childrenAsPupils' | 'familyGroups'>;

/** The family of a person: each part is read once, when it is needed. */
export function familyOf(directory: FamilyReads, personId: string): KnownFamily {
  return {
    children: once(() => directory.childrenAsPupils(personId)),
    groups: once(() => directory.familyGroups(personId)),
  };
}

/** @param family of the user, where the request reads it once for all schools */
export function userRelations(
  directory: Reads,
  { id: personId, profiles }: Pick<CurrentUser, 'id' | 'profiles'>,
  { uai, timeZone }: Pick<School, 'uai' | 'timeZone'>,
  family: KnownFamily = familyOf(directory, personId),
): UserRelations {
  const known = { profiles, timeZone, family };
  const asked = new Map<string, Promise<ReadonlyMap<string, PupilRelation>>>();
  const children = once(async () => (profiles.includes('guardian') ? childrenIn(uai, await family.children()) : []));
  /** The relations of the user to themselves and to their children, which the request knows. Those of teachers need the classes as well. */
  const knownPupils = once(async (): Promise<ReadonlyMap<string, PupilRelation>> => {
    if (profiles.includes('teacher')) return new Map();
    const own = profiles.includes('pupil') ? [[personId, { isChild: false, classIds: [] }] as const] : [];
    const ofChildren = (await children()).map(({ id }) => [id, { isChild: true, classIds: [] }] as const);
    return new Map<string, PupilRelation>([...own, ...ofChildren]);
  });
  return {
    groups: once(() => directory.ties(personId, uai, known)),
    pastGroups: once(() => directory.pastTies(personId, uai, known)),
    formerGroups: once(() => directory.formerTies(personId, uai, known)),
    schoolGroups: once(() => directory.currentGroups(uai, timeZone)),
    children,
    async groupsOf(ids) {
      const known = new Set([personId, ...(await children()).map(({ id }) => id)]);
      if (!ids.every((id) => known.has(id))) return undefined;
      const groups = (await family.groups())
        .filter((group) => group.uai === uai && group.role === 'member' && !group.isOfLastYear)
        .sort(byName);
      return new Map(ids.map((id) => [id, groups.filter((group) => group.personId === id).map(asGroup)]));
    },
    async pupils(ids) {
      if (ids.length === 0) return new Map();
      const known = await knownPupils();
      const unknown = ids.filter((id) => !known.has(id) && !asked.has(id));
      if (unknown.length > 0) {
        const answer = directory.pupilRelations({ personId, profiles, uai, timeZone }, unknown);
        for (const id of unknown) asked.set(id, answer);
      }
      const answers = await Promise.all(new Set(ids.flatMap((id) => asked.get(id) ?? [])));
      return new Map([...known, ...answers.flatMap((answer) => [...answer])]);
    },
    isOnFor: () => true,
  };
}

/**
 * The relations of a user in a brick that reaches them by groups of former years alone: the head has not chosen their groups of this year
 * (ADR 77).
 */
export function formerRelations(relations: UserRelations): UserRelations {
  const none = (): Promise<readonly never[]> => Promise.resolve([]);
  return { ...relations, groups: none, schoolGroups: none };
}

/**
 * The relations of a user in a brick that is on for some classes. For a teacher the others do not exist there.
 * @param isByOwnTick whether the user has the brick as a head or as staff, and so for all classes
 */
export function relationsIn(
  relations: UserRelations,
  isOnFor: UserRelations['isOnFor'],
  isByOwnTick: boolean,
): UserRelations {
  if (isByOwnTick) return { ...relations, isOnFor };
  const groups = once(async () =>
    (await relations.groups()).filter(({ group, profile }) => profile !== 'teacher' || isOnFor(group)),
  );
  return { ...relations, groups, isOnFor };
}

function asGroup({ id, name, kind, schoolYear }: Group): Group {
  return { id, name, kind, schoolYear };
}
