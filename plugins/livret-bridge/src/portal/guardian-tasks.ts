// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { familyBilans, type FamilyBilan } from '../home/family-bilans.js';
import { HOME_PATH } from '../paths.js';
import { yearBegan } from '../periods/year-began.js';
import { bilanName, ofName } from '../read/name-words.js';
import type { TaskReader } from './task-reader.js';

/** The tasks of a guardian: bilans to read and to confirm, of this school year or published since it began, and those that the school unlocked. */
export async function guardianTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, directory, user, school, schoolYear, t, format } = reader;
  if (!user.profiles.includes('guardian')) return [];
  const children = await directory.children();
  const began = yearBegan(schoolYear, school.timeZone);
  const ids = children.map(({ id }) => id);
  const bilans = (await familyBilans(ids, user.id, db)).filter(
    ({ year, publishedAt, fromName, confirmedAt }) =>
      (year === schoolYear || (publishedAt !== null && publishedAt >= began)) &&
      fromName === undefined &&
      confirmedAt === undefined,
  );
  return bilans.map((bilan) => {
    const of = ofName(children.find(({ id }) => id === bilan.pupilId)?.givenName ?? '', t);
    const { path, unlocked } = bilan;
    if (path === undefined) {
      const detail = unlockedDetail(bilan, format);
      return {
        title: t('family.taskUnlocked', { of }),
        detail: t('family.unlocked', detail),
        action: t('family.taskSee'),
        path: HOME_PATH,
      };
    }
    const title = t(unlocked ? 'family.taskAgain' : 'family.task', { of });
    const detail = t('family.taskDetail', { bilan: bilanName(bilan, schoolYear, t) });
    return { title, detail, action: t('family.taskAction'), path };
  });
}

function unlockedDetail({ unlocked }: FamilyBilan, format: TaskReader['format']): { day: string; word: string } {
  return { day: unlocked ? format.day(unlocked.at) : '', word: unlocked?.word ?? '' };
}
