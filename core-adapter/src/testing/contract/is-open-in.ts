// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { nameOf, type ContractBench } from './contract-bench.js';
import { kindOfSchool } from './sample-people.js';

/** Whether a route serves schools of the kind of this one: see `onlyIn` of the contract's options. */
export function isOpenIn({ options }: Pick<ContractBench, 'options'>, route: BrickRoute, school: string): boolean {
  const kind = new Map(Object.entries(options.onlyIn ?? {})).get(nameOf(route));
  return kind === undefined || kind === kindOfSchool(school);
}
