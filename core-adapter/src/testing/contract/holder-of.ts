// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { permissionOf, type ContractBench } from './contract-bench.js';
import { inTurn } from './in-turn.js';
import { SAMPLE_PEOPLE, type SamplePerson } from './sample-people.js';

/**
 * Whether a person has the permission of a route anywhere in their school. The host refuses people without it before it reads their
 * request.
 */
export function holderOf(bench: ContractBench, route: BrickRoute): (person: SamplePerson) => boolean {
  const permission = permissionOf(bench, route);
  return ({ profiles }) => profiles.some((profile) => permission.profiles.includes(profile));
}

/**
 * Splits people by whether they have the permission of a route anywhere in their school. In a quick run, the people without the permission
 * take turns from route to route, and so do adults with the same permissions, such as two teachers of one class (ADR 63).
 */
export function holdersAndOthersInTurn(
  bench: ContractBench,
  route: BrickRoute,
  turn: number,
  people: readonly SamplePerson[] = SAMPLE_PEOPLE,
): { readonly holders: readonly SamplePerson[]; readonly others: readonly SamplePerson[] } {
  const isHolder = holderOf(bench, route);
  const holders = people.filter(isHolder);
  const kinds = new Set(holders.map(kindOf));
  return {
    holders: [...kinds].flatMap((kind) =>
      inTurn(
        holders.filter((one) => kindOf(one) === kind),
        turn,
      ),
    ),
    others: inTurn(
      people.filter((one) => !isHolder(one)),
      turn,
    ),
  };
}

/**
 * The people who count as alike. Adults also have resources of their own: in a quick run, one of them is not asked on a route about the
 * resources of another.
 */
function kindOf({ role, school, profiles, ties, past, children }: SamplePerson): string {
  return JSON.stringify([school, profiles, ties, past, children, profiles.includes('pupil') ? role : null]);
}
