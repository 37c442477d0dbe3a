// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, Profile, School } from '../../api/people.js';
import type { Reach } from '../domain/activation/activation-rule.js';
import { formerRelations, userRelations, type UserRelations } from '../domain/access/user-relations.js';
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
  const visit: SchoolContext = {
    school,
    user: { id, displayName, givenName, profiles },
    relations,
    async inBrick(brickId) {
      const reached = (await on()).get(brickId);
      return reached?.isFormer ? formerVisit() : reached && visit;
    },
    bricks: () => shown(profiles),
    bricksAs: (profile) => shown([profile]),
  };
  return visit;
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
