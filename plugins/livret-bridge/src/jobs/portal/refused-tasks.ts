// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import type { SentParcel } from '@volee/core-adapter/hand-over';
import { In } from 'typeorm';
import { cm2YearAt } from '../../domain/hand-over/hand-over-dates.js';
import { asSentence } from '../../domain/read/as-sentence.js';
import { HAND_OVER_PATH } from '../../paths.js';
import { DestinationRow } from '../../store/destination.entity.js';
import type { TaskReader } from './task-reader.js';

/** The number of pupils that are named; the others are counted. */
const MOST_NAMED = 3;

/** The task about livrets that a collège refused, until the head offers them again or chooses another collège. */
export async function refusedTasks(sent: readonly SentParcel[], reader: TaskReader): Promise<PortalTask[]> {
  const { t, format } = reader;
  const refused = await withoutOtherChoice(
    sent.filter(({ state }) => state === 'refused'),
    reader,
  );
  if (refused.length === 0) return [];
  const names = [...new Map(refused.map(({ pupilId, pupilName }) => [pupilId, pupilName])).values()];
  const count = names.length - MOST_NAMED;
  const listed =
    count > 0
      ? t('task.classesAndOthers', { names: names.slice(0, MOST_NAMED).join(', '), count })
      : format.list(names);
  return [
    {
      title: t('handOver.refusedTask', { count: names.length, names: listed }),
      detail: detailOf(refused, reader),
      action: t('college.see'),
      path: HAND_OVER_PATH,
    },
  ];
}

/** Leaves out pupils who go to another collège by a later choice of the head, or to one that is not on this platform. */
async function withoutOtherChoice(
  refused: readonly SentParcel[],
  { db, clock, school, schoolYear }: TaskReader,
): Promise<readonly SentParcel[]> {
  if (refused.length === 0) return [];
  const year = cm2YearAt(clock.now(), schoolYear, school.timeZone);
  const where = { pupilId: In(refused.map(({ pupilId }) => pupilId)), year };
  const rows = await db.repository(DestinationRow).find({ where });
  const chosen = new Map(rows.map(({ pupilId, college }) => [pupilId, college]));
  return refused.filter(({ pupilId, to }) => (chosen.get(pupilId) ?? to.uai) === to.uai);
}

/** The collège and its reason where all livrets have the same; otherwise the collèges. */
function detailOf(refused: readonly SentParcel[], { t, format }: TaskReader): string {
  const schools = [...new Set(refused.map(({ to }) => to.name))];
  const [reason, other] = [...new Set(refused.map((one) => one.reason))];
  const isOne = schools.length === 1 && other === undefined && typeof reason === 'string';
  const values = { schools: format.list(schools), reason: asSentence(reason ?? '') };
  return t(isOne ? 'handOver.refusedReason' : 'handOver.refusedDetail', values);
}
