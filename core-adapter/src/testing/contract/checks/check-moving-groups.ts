// SPDX-License-Identifier: EUPL-1.2
import type { ContractBench } from '../contract-bench.js';
import { fault } from '../fault.js';
import type { SamplePerson } from '../sample-people.js';
import { byExample, columnOf, deleteAllData, readBrickContents, rowNames, storeExamplesFor } from '../stored-data.js';
import { peopleCalled } from './check-moving.js';
import { checkRowsFollow, SCHOOL_OF_MOVES } from './rows-follow.js';

type Roles = readonly SamplePerson['role'][];

const [FROM, TO] = ['cm1', 'cm2'] as const;
/** People who store examples about the class that is gone afterwards, and a teacher with rows in the other school. */
const OF_FROM: Roles = ['pupil', 'teacher', 'guardian', 'teacherOfOtherSchool'];
const OF_TO: Roles = ['pupilOfOtherClass', 'teacherOfOtherClass', 'guardianOfOtherClass'];

/**
 * Gives the rows of one class to another of the same school: first to a class without rows, so that each row must arrive, and then to one
 * with rows of its own, which may meet them in a unique key.
 */
export async function checkMovingGroups(bench: ContractBench): Promise<void> {
  await checkMove(bench, OF_FROM);
  await checkMove(bench, [...OF_FROM, ...OF_TO]);
  await deleteAllData(bench);
}

async function checkMove(bench: ContractBench, people: Roles): Promise<void> {
  await deleteAllData(bench);
  const storedData = await storeExamplesFor(bench, peopleCalled(people));
  const ids = { from: bench.ids.groupOf(FROM), to: bench.ids.groupOf(TO) };
  const rows = [...(await readBrickContents(bench)).rows.values()];
  const named = rows.find((row) => rowNames(row, ids.from));
  if (!named) return;
  const { moveGroup } = bench.brick;
  if (!moveGroup)
    return fault(
      `${columnOf(named, ids.from)} of ${named.table}${byExample(named, storedData)} holds the id of a class, and no row would ` +
        `follow when two classes become one; declare the column 'group', or call brick.moveGroup.`,
    );
  const { uai, db } = bench.dataIn(SCHOOL_OF_MOVES);
  const { clock } = bench.host;
  await checkRowsFollow(bench, {
    where: `moveGroup of ${FROM} to ${TO} in ${SCHOOL_OF_MOVES}`,
    ...ids,
    storedData,
    isAlone: !rows.some((row) => rowNames(row, ids.to)),
    run: () => moveGroup({ uai, db, clock, ...ids }),
  });
}
