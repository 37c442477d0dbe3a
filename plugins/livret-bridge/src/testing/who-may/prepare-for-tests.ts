// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import { exampleHanded } from '../examples/example-handed-for-tests.js';
import { correctedBilan, exampleUnlocking } from '../examples/history-examples-for-tests.js';
import type { LivretForTests } from '../start/livret-for-tests.js';
import { ClassRow } from '../../store/class.entity.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { SECRET } from './ask-all-for-tests.js';
import type { HandedAt } from './handed-table-for-tests.js';
import { PHRASE, type PlaceRow } from './place-table-for-tests.js';
import type { TabledBilan } from './table-for-tests.js';

const YEAR = 2026;

/** A bilan of the pupil of the sample, with all positions and a publication that ended, and no other bilan of theirs. */
export async function bilanIn(state: BilanState, { host, tables }: LivretForTests): Promise<TabledBilan> {
  const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
  await db.repository(BilanRow).delete({ pupilId });
  const row = await exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: SECRET }, state, true);
  return { ...row, stepId: await exampleUnlocking({ db, marker: SECRET }, row, 'merged') };
}

/** A bilan of the pupil of the sample that was published with the secret, and unlocked; nothing of the draft is secret. */
export async function correctedIn(what: 'reopened' | 'unlocked', { host, tables }: LivretForTests): Promise<BilanRow> {
  const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
  await db.repository(BilanRow).delete({ pupilId });
  const row = await correctedBilan({ db, pupilId, groupId: host.ids.cm1, marker: SECRET }, what);
  await db.repository(BilanRow).update({ id: row.id }, { texts: '{}' });
  return row;
}

/** A year as it was dated, a bilan of the period before, and one of the second period as a row of the table asks for it. */
export async function placeFor({ bilan }: PlaceRow, { host, tables }: LivretForTests): Promise<BilanRow> {
  const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
  for (const entity of [BilanRow, ClassRow, DestinationRow, PeriodRow]) {
    await db.repository<{ id: string; school: string; year: number }>(entity).delete({ year: YEAR });
  }
  // Nobody adds a phrase twice.
  await db.repository(PhraseRow).delete({ text: PHRASE });
  await datePeriods(db);
  const about = { db, pupilId, groupId: host.ids.cm1, marker: SECRET };
  await exampleBilan(about, 'published');
  return bilan === 'empty' ? exampleBilan(about, 'draft', false) : exampleBilan(about, bilan, true);
}

async function datePeriods(db: SchoolDatabase): Promise<void> {
  const ends = ['2026-12-05', '2027-03-13', '2027-07-03'];
  const starts = ['2026-09-01', '2026-12-06', '2027-03-14'];
  await db.repository(PeriodRow).insert(
    ends.map((day, index) => ({
      ...{ year: YEAR, rhythm: 'T' as const, period: index + 1, count: 3, publishAt: null },
      ...{ startsOn: starts[index] ?? '', endsOn: day, dueOn: day },
    })),
  );
}

/** The copy of a bilan at the collège, and no other one of its pupil. */
export async function copyOf(cm2Year: number, { host, tables }: LivretForTests): Promise<HandedAt> {
  const [db, pupilId] = [tables(OTHER_SCHOOL), await host.ids.person('pupilOfOtherSchool')];
  const groupId = host.ids.sixthA;
  await db.repository(HandedRow).delete({ pupilId });
  await db.repository(BilanRow).delete({ pupilId });
  const row = await exampleHanded({ db, pupilId, groupId, marker: SECRET }, cm2Year);
  return { row, groupId };
}
