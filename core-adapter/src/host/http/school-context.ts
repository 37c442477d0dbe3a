// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, Group, Profile, School } from '../../api/people.js';
import { reachesTeachersOf, type Reach, type Reached } from '../domain/activation/activation-rule.js';
import { endOfReach, nearEnds } from '../domain/activation/end-of-reach.js';
import type { SchoolRule } from '../domain/activation/find-rules.js';
import { GROUP_PROFILES } from '../domain/directory/group-profiles.js';
import { formerRelations, relationsIn, userRelations, type UserRelations } from '../domain/access/user-relations.js';
import { servedProfiles } from '../domain/activation/served-profiles.js';
import type { FormerTie } from '../domain/directory/former-ties.js';
import type { GroupRelation } from '../domain/directory/group-relations.js';
import type { HostContext } from '../context/host-context.js';
import { isFeature, type ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { once } from '../infra/util/once.js';
import { readsOfVisitor } from './reads-of-visitor.js';
import type { VisitorPerson } from './visitor.js';

/** The services that know the bricks of a person in a school. */
export type SchoolServices = Pick<HostContext, 'activations' | 'bricks' | 'directory'>;

/** One person in one of their schools, during a request. Queries run once, when they are needed. */
export interface SchoolContext {
  readonly school: School;
  readonly user: CurrentUser;
  readonly relations: UserRelations;
  /** The context in a brick, ready or failed; undefined where it is off for the person, whatever its permissions say. */
  inBrick(brickId: string): Promise<SchoolContext | undefined>;
  /**
   * The bricks that the portal and the rail show, in the order of `volee.yaml`: those that are on here for a profile of the person which
   * holds one of their permissions. The console counts the same people.
   */
  bricks(): Promise<readonly ReadyBrick[]>;
  /** The bricks among them that the person has by one profile. */
  bricksAs(profile: Profile): Promise<readonly ReadyBrick[]>;
  /** The instant at which the person loses one of their bricks; undefined where none is near. */
  endOf(brick: ReadyBrick): Promise<Date | undefined>;
}

/** Undefined when the person has no profile in that school: for them the school does not exist. */
export function schoolContext(context: SchoolServices, person: VisitorPerson, uai: string): SchoolContext | undefined {
  const found = person.schools.find(({ school }) => school.uai === uai);
  if (!found) return undefined;
  const { school, profiles } = found;
  const { id, displayName, givenName } = person;

  const reads = readsOfVisitor(context, person);
  const relations = userRelations(context.directory, { id, profiles }, school, reads);
  const on = once(() => context.activations.bricksFor(uai, profiles, () => tiesOf(relations), reads.rules()));
  const shown = async (as: readonly Profile[]): Promise<readonly ReadyBrick[]> => {
    const reached = await on();
    const ready = context.bricks.filter((brick) => brick.state === 'ready');
    return ready.filter(isFeature).filter((brick) => {
      const served = servedProfiles(brick);
      return reached.get(brick.id)?.profiles.some((profile) => as.includes(profile) && served.includes(profile));
    });
  };

  const formerVisit = once((): SchoolContext => ({ ...visit, relations: formerRelations(relations) }));
  const inSomeClasses = new Map<string, SchoolContext>();
  /** A teacher has a brick for the classes that its rules name. Heads have it by their own tick, for all classes. */
  const visitOf = async (brickId: string, reached: Reached): Promise<SchoolContext> => {
    const isByOwnTick = reached.profiles.some((profile) => !GROUP_PROFILES.includes(profile));
    const rules = rulesOf((await reads.rules()).inForce, uai, brickId);
    const named = rules.flatMap(({ groupIds }) => groupIds);
    if (named.length === 0) return visit;
    // A class that got another key goes on under an id that no rule names, and nothing says which it is.
    const current = new Set((await relations.schoolGroups()).map(({ id }) => id));
    if (!named.every((id) => current.has(id))) return visit;
    const isOnFor = (group: Group): boolean => reachesTeachersOf(group, rules);
    const there = inSomeClasses.get(brickId) ?? {
      ...visit,
      relations: relationsIn(relations, isOnFor, isByOwnTick),
    };
    inSomeClasses.set(brickId, there);
    return there;
  };
  const visit: SchoolContext = {
    school,
    user: { id, displayName, givenName, profiles },
    relations,
    async inBrick(brickId) {
      const reached = (await on()).get(brickId);
      return reached?.isFormer ? formerVisit() : reached && visitOf(brickId, reached);
    },
    bricks: () => shown(profiles),
    bricksAs: (profile) => shown([profile]),
    async endOf(brick) {
      const { open, at } = await reads.rules();
      const rules = rulesOf(open, uai, brick.id);
      if (nearEnds(rules, at).length === 0) return undefined;
      const served = servedProfiles(brick);
      const isServed = (profile: Profile): boolean => served.includes(profile);
      const ties = rules.some(({ groupIds }) => groupIds.length > 0) ? await tiesOf(relations) : [];
      const reach = { profiles: profiles.filter(isServed), ties: ties.filter(({ profile }) => isServed(profile)) };
      return endOfReach(rules, reach, at);
    },
  };
  return visit;
}

function rulesOf(rules: readonly SchoolRule[], uai: string, brickId: string): SchoolRule[] {
  return rules.filter((rule) => rule.uai === uai && rule.brick === brickId);
}

async function tiesOf(relations: Pick<UserRelations, 'groups' | 'formerGroups'>): Promise<Reach['ties']> {
  return audienceOf(await relations.groups(), await relations.formerGroups());
}

/** The profiles by which each group has a person in its audience. */
export function audienceOf(ties: readonly GroupRelation[], former: readonly FormerTie[]): Reach['ties'] {
  return [
    ...ties.map(({ group, profile }) => ({ groupId: group.id, profile })),
    ...former.map(({ group, profile, isOver }) => ({ groupId: group.id, profile, isOver })),
  ];
}
