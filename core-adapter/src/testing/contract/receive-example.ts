// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { BrickReceive } from '../../host/domain/bricks/brick-receive.js';
import type { ContractBench } from './contract-bench.js';
import { fault, reasonOf } from './fault.js';
import { changedRows, readRows, type Row } from './rows.js';
import { otherSchool, type SamplePerson, type Target } from './sample-people.js';

/** A copy that a school receives in a check. */
export interface ReceivedExample {
  readonly marker: string;
  /** The rows that receiving it added, changed or removed. */
  readonly rows: readonly Row[];
}

export interface Receiving {
  readonly target: Target;
  readonly pupil: SamplePerson['role'];
  readonly key?: string;
  readonly revision?: number;
  /** The UAI of the school that hands over; by default the other one of the sample. */
  readonly from?: string;
}

/** Lets the brick receive the content of its example for a pupil, as the host delivers a parcel. */
export async function receiveExample(
  bench: ContractBench,
  receive: BrickReceive,
  { target, pupil, key = 'contract-1', revision = 1, from = otherSchool(target.school) }: Receiving,
): Promise<ReceivedExample> {
  const { host, ids } = bench;
  const marker = randomBytes(8).toString('hex');
  const pupilId = ids.personOf(pupil);
  const { db, storage } = bench.dataIn(target.school);
  const groupId = ids.groupOf(target.group);
  const { imports } = bench;
  const about = { school: target.school, groupId, personId: pupilId, pupilId, marker, db, storage, imports };
  const content = await exampleContent(bench, receive, about);
  const before = await readRows(bench);
  const parcel = { from: { uai: from, name: 'École des Tilleuls' }, pupilId, key, revision, content };
  const until = new Date('2029-08-01T00:00:00Z');
  try {
    await host.host.database.unitOfWork.transaction(() => receive.run({ ...parcel, db, until }));
  } catch (error) {
    fault(
      `handOver.receive fails for revision ${revision} of a copy (${reasonOf(error)}); update the row, or insert it.`,
    );
  }
  return { marker, rows: changedRows(before, await readRows(bench)) };
}

/** The content as it arrives: JSON that the schema has read. */
async function exampleContent(
  { options: { received } }: ContractBench,
  { content }: BrickReceive,
  about: Parameters<NonNullable<ContractBench['options']['received']>>[0],
): Promise<unknown> {
  if (!received)
    return fault('The brick receives copies, and no example says what they contain; give "received" to the contract.');
  const parsed = content.safeParse(JSON.parse(JSON.stringify(await received(about))));
  if (!parsed.success) return fault(`The schema of handOver.receive refuses its example (${parsed.error.message}).`);
  return parsed.data;
}
