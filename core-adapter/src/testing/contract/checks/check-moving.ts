// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers } from '../../../api/personal-data.js';
import type { ContractBench } from '../contract-bench.js';
import { fault, reasonOf } from '../fault.js';
import { rowKey, type Row } from '../rows.js';
import { SAMPLE_PEOPLE, SCHOOLS, type SamplePerson } from '../sample-people.js';
import {
  byExample,
  changedAmong,
  columnOf,
  deleteAllData,
  readBrickContents,
  rowNames,
  storeExamplesFor,
  type BrickContents,
  type StoredData,
} from '../stored-data.js';
import { withoutWorkedOut } from '../without-worked-out.js';

type Role = SamplePerson['role'];

/** Pairs of people who become one, in one school: two pupils, and two teachers for bricks that keep nothing about pupils. */
const PAIRS: readonly (readonly [from: Role, to: Role])[] = [
  ['pupil', 'pupilOfOtherClass'],
  ['teacher', 'teacherOfOtherClass'],
];
const [SCHOOL] = SCHOOLS;

/**
 * Gives the rows of one person to another: first to a person without rows, so that each row must arrive, and then to a person with
 * rows of their own, which may meet them in a unique key. Each move runs again, as the host does for rows that come late. The host itself
 * cannot join people of the sample: one source names both.
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
  handlers: PersonalDataHandlers,
  { from, to, others }: Pair,
): Promise<void> {
  const where = `movePerson of ${from} to ${to} in ${SCHOOL}`;
  const [fromId, toId] = [bench.ids.personOf(from), bench.ids.personOf(to)];
  await deleteAllData(bench);
  const storedData = await storeExamplesFor(bench, peopleCalled([from, ...others]));
  const before = await readBrickContents(bench);
  await move(bench, handlers, where, { from: fromId, to: toId });
  const after = await readBrickContents(bench);

  const left = [...after.rows.values()].find((row) => row.school === SCHOOL && rowNames(row, fromId));
  if (left)
    fault(
      `${where} leaves the old id in ${columnOf(left, fromId)} of ${left.table}${byExample(left, storedData)}; ` +
        'write the id of "to" there.',
    );
  const isForeign = (row: Row): boolean => row.school !== SCHOOL;
  const [elsewhere] = changedAmong(before, after, isForeign);
  if (elsewhere) fault(`${where} changes ${elsewhere.table} of ${String(elsewhere.school)}; keep to the \`db\` given.`);
  const isOfThem = (row: Row): boolean => namedAny(before, row, [fromId, toId]);
  const [strange] = changedAmong(
    withoutWorkedOut(before, bench),
    withoutWorkedOut(after, bench),
    (row) => !isForeign(row) && !isOfThem(row),
  );
  if (strange) fault(`${where} changes rows of ${strange.table} about neither of them; leave what is somebody else's.`);
  if (!others.includes(to)) checkArrived(before, after, where, { fromId, toId, storedData });
  await move(bench, handlers, where, { from: fromId, to: toId });
  const [again] = changedAmong(after, await readBrickContents(bench), () => true);
  if (again) fault(`${where} changes ${again.table} when it runs again; where no row has the old id, change nothing.`);
}

function peopleCalled(roles: readonly Role[]): SamplePerson[] {
  return SAMPLE_PEOPLE.filter(({ role }) => roles.includes(role));
}

/** In a transaction, as the host does it. */
async function move(
  bench: ContractBench,
  { movePerson }: PersonalDataHandlers,
  where: string,
  ids: { from: string; to: string },
): Promise<void> {
  const { uai, db } = bench.dataIn(SCHOOL);
  const { clock } = bench.host;
  try {
    await bench.host.host.database.unitOfWork.transaction(() => movePerson({ uai, db, clock, ...ids }));
  } catch (error) {
    fault(`${where} fails (${reasonOf(error)}); where two rows of a unique key meet, say which one stays.`);
  }
}

/** Whether the row named one of these people before; a new row is the brick's own decision. */
function namedAny({ rows }: BrickContents, row: Row, ids: readonly string[]): boolean {
  const was = rows.get(rowKey(row));
  return was === undefined || ids.some((id) => rowNames(was, id));
}

/** Every row with the old id is still there and has the new one. */
function checkArrived(
  before: BrickContents,
  after: BrickContents,
  where: string,
  { fromId, toId, storedData }: { fromId: string; toId: string; storedData: readonly StoredData[] },
): void {
  for (const [key, row] of before.rows) {
    if (row.school !== SCHOOL || !rowNames(row, fromId)) continue;
    const now = after.rows.get(key);
    const table = row.table + byExample(row, storedData);
    if (!now) fault(`${where} deletes a row of ${table}; give it to "to", who has none like it.`);
    else if (!rowNames(now, toId)) fault(`${where} takes the id out of ${table}; write the id of "to" there.`);
  }
}
