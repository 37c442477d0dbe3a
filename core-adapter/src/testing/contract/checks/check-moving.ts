// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import type { ContractBench } from '../contract-bench.js';
import { SAMPLE_PEOPLE, type SamplePerson } from '../sample-people.js';
import { deleteAllData, storeExamplesFor } from '../stored-data.js';
import { checkRowsFollow, SCHOOL_OF_MOVES } from './rows-follow.js';

type Role = SamplePerson['role'];

/** Pairs of people who become one, in one school: two pupils, and two teachers for bricks that keep nothing about pupils. */
const PAIRS: readonly (readonly [from: Role, to: Role])[] = [
  ['pupil', 'pupilOfOtherClass'],
  ['teacher', 'teacherOfOtherClass'],
];

/**
 * Gives the rows of one person to another: first to a person without rows, so that each row must arrive, and then to a person with
 * rows of their own, which may meet them in a unique key. The host itself cannot join people of the sample: one source names both.
 */
export async function checkMoving(bench: ContractBench): Promise<void> {
  const { personalData } = bench.brick;
  if (!personalData) return;
  for (const [from, to] of PAIRS) {
    await checkMove(bench, personalData, { from, to, others: ['head', 'teacherOfOtherSchool'] });
    await checkMove(bench, personalData, { from, to, others: [to, 'head'] });
  }
  await deleteAllData(bench);
}

interface Pair {
  readonly from: Role;
  readonly to: Role;
  /** More people who have rows. */
  readonly others: readonly Role[];
}

async function checkMove(
  bench: ContractBench,
  { movePerson }: PersonalDataHandlers,
  { from, to, others }: Pair,
): Promise<void> {
  await deleteAllData(bench);
  const storedData = await storeExamplesFor(bench, peopleCalled([from, ...others]));
  const { uai, db } = bench.dataIn(SCHOOL_OF_MOVES);
  const { clock } = bench.host;
  const ids = { from: bench.ids.personOf(from), to: bench.ids.personOf(to) };
  await checkRowsFollow(bench, {
    where: `movePerson of ${from} to ${to} in ${SCHOOL_OF_MOVES}`,
    ...ids,
    storedData,
    isAlone: !others.includes(to),
    run: () => movePerson({ uai, db, clock, ...ids }),
  });
}

/** The people of the sample with these roles, in each of their schools. */
export function peopleCalled(roles: readonly Role[]): SamplePerson[] {
  return SAMPLE_PEOPLE.filter(({ role }) => roles.includes(role));
}
