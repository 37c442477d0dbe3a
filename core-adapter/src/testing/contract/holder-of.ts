// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { permissionOf, type ContractBench } from './contract-bench.js';
import type { SamplePerson } from './sample-people.js';

/** Whether a person has the permission of a route anywhere in their school. Others are stopped before their request is read. */
export function holderOf(bench: ContractBench, route: BrickRoute): (person: SamplePerson) => boolean {
  const permission = permissionOf(bench, route);
  return ({ profiles }) => profiles.some((profile) => permission.profiles.includes(profile));
}
