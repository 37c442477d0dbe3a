// SPDX-License-Identifier: EUPL-1.2
import { TARGETS, type SamplePerson, type Target } from './sample-people.js';

/** A class with which the person has a tie or, failing that, a class of their school. */
export function targetOf({ ties, school }: SamplePerson): Target {
  const first = Object.values(TARGETS).find(({ group }) => ties[group] !== undefined);
  return first ?? Object.values(TARGETS).find((target) => target.school === school) ?? TARGETS.cm1;
}
