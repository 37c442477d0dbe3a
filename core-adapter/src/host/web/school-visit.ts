// SPDX-License-Identifier: EUPL-1.2
import type { Asker, School } from '../../api/people.js';
import type { Reach } from '../activation/activation-rule.js';
import type { Tie } from '../directory/ties.js';
import type { HostContext } from '../host-context.js';
import { isFeature, type ReadyBrick } from '../loader/loaded-brick.js';
import type { VisitorPerson } from './visitor.js';

/** One person in one of his schools, for the length of a request. What costs a query is asked for once. */
export interface SchoolVisit {
  readonly school: School;
  readonly asker: Asker;
  ties(): Promise<readonly Tie[]>;
  /** Whether a brick, ready or failed, is on here for him. */
  isOn(brickId: string): Promise<boolean>;
  /** The bricks that he can open here, in the order of `volee.yaml`. */
  bricks(): Promise<readonly ReadyBrick[]>;
}

/** Undefined when the person is nothing in that school: for him it does not exist. */
export function visitSchool(context: HostContext, person: VisitorPerson, uai: string): SchoolVisit | undefined {
  const found = person.schools.find(({ school }) => school.uai === uai);
  if (!found) return undefined;
  const { school, profiles } = found;
  const { id, displayName, givenName } = person;

  const ties = once(() => context.directory.ties(id, uai));
  const on = once(() => context.activations.bricksFor(uai, profiles, async () => audienceOf(await ties())));

  return {
    school,
    asker: { id, displayName, givenName, profiles },
    ties,
    isOn: async (brickId) => (await on()).has(brickId),
    async bricks() {
      const ids = await on();
      const ready = context.bricks.filter((brick) => brick.state === 'ready');
      return ready.filter((brick) => isFeature(brick) && ids.has(brick.id));
    },
  };
}

/**
 * As what a person is in the audience of which group: heading a school puts nobody among the people of its classes. Whom a head is
 * told that a brick reaches, `directory/audience.ts` finds: both must say the same.
 */
export function audienceOf(ties: readonly Tie[]): Reach['ties'] {
  return ties
    .filter(({ group, profile }) => profile !== 'head' || group.kind !== 'class')
    .map(({ group, profile }) => ({ groupId: group.id, profile }));
}

function once<R>(work: () => Promise<R>): () => Promise<R> {
  let result: Promise<R> | undefined;
  return () => (result ??= work());
}
