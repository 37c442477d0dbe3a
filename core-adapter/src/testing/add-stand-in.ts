// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from './sample-directory.js';
import type { TestHost } from './start-test-host.js';

/** The days of a replacement, both included; '' is today. */
interface StandInDays {
  readonly from: string;
  readonly until: string;
  readonly groupId?: string;
}

/** A head has the person with this login replace the teacher of a class, by default the CM1 of the sample, for some days. @unstable */
export async function addStandIn(
  { host, ids }: TestHost,
  login: string,
  { from, until, groupId = ids.cm1 }: StandInDays,
): Promise<void> {
  const school = await host.directory.school(SCHOOL);
  if (!school) throw new Error(`The sample has no school ${SCHOOL}.`);
  await host.standIns.add(school, { groupId, personId: '', login, from, until }, 'cli');
}
