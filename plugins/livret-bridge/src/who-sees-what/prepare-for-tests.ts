// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import type { BilanState } from '../bilan/state.js';
import { exampleBilan } from '../contract/example-bilan-for-tests.js';
import type { LivretForTests } from '../livret-for-tests.js';
import { BilanRow } from '../store/bilan.entity.js';
import { SECRET } from './ask-all-for-tests.js';

/** A bilan of the pupil of the sample, with all positions, and no other bilan of theirs. */
export async function bilanIn(state: BilanState, { host, tables }: LivretForTests): Promise<BilanRow> {
  const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
  await db.repository(BilanRow).delete({ pupilId });
  return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: SECRET }, state, true);
}
