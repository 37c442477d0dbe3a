// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { ownBilans } from '../../domain/home/family-bilans.js';
import { HOME_PATH } from '../../paths.js';
import { yearBegan } from '../../domain/periods/year-began.js';
import { correctionNotice } from '../../pages/shared/bilan/correction-words.js';
import { bilanName } from '../../domain/read/name-words.js';
import type { TaskReader } from './task-reader.js';

/** The tasks of a guardian: bilans to read and to confirm, of this school year or published since it began, and those that the school unlocked. */
export async function guardianTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { db, directory, user, school, schoolYear, t } = reader;
  if (!user.profiles.includes('guardian')) return [];
  const children = await directory.children();
  const began = yearBegan(schoolYear, school.timeZone);
  const ids = children.map(({ id }) => id);
  const bilans = (await ownBilans(ids, user.id, db)).filter(
    ({ year, publishedAt, confirmedAt }) =>
      (year === schoolYear || (publishedAt !== null && publishedAt >= began)) && confirmedAt === undefined,
  );
  return bilans.map((bilan) => {
    const name = children.find(({ id }) => id === bilan.pupilId)?.givenName ?? '';
    const { path, correction, isInCorrection } = bilan;
    if (isInCorrection && correction) {
      const detail = correctionNotice({ row: bilan, correction, isPupil: false }, reader);
      const title = t(path === undefined ? 'family.taskWithdrawn' : 'family.taskCorrecting', { name });
      return { title, detail, action: t('family.taskSee'), path: path ?? HOME_PATH };
    }
    const title = t(correction ? 'family.taskAgain' : 'family.task', { name });
    const detail = t('family.taskDetail', { bilan: bilanName(bilan, schoolYear, t) });
    return { title, detail, action: t('family.taskAction'), path: path ?? HOME_PATH };
  });
}
