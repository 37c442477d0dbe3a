// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type NewsLine, type PortalTask } from '@volee/core-adapter';
import { ownBilans, waits, type FamilyBilan } from '../../domain/home/family-bilans.js';
import { HOME_PATH } from '../../paths.js';
import { yearBegan } from '../../domain/periods/year-began.js';
import { correctionNotice } from '../../pages/shared/bilan/correction-words.js';
import { bilanName } from '../../domain/read/name-words.js';
import type { TaskReader } from './task-reader.js';

const bilansOfChildren = oncePerRequest(async (reader: TaskReader): Promise<readonly FamilyBilan[]> => {
  const { db, directory, user } = reader;
  if (!user.profiles.includes('guardian')) return [];
  const children = await directory.children();
  return children.length === 0
    ? []
    : ownBilans(
        children.map(({ id }) => id),
        user.id,
        db,
      );
});

/**
 * The tasks of a guardian: for each child one for all bilans to read and to confirm, as many as the home of the brick counts, and one for each
 * bilan of this school year, or published since it began, that the school unlocked.
 */
export async function guardianTasks(reader: TaskReader): Promise<PortalTask[]> {
  const bilans = await bilansOfChildren(reader);
  if (bilans.length === 0) return [];
  const children = await reader.directory.children();
  return children.flatMap(({ id, givenName }) => {
    const own = bilans.filter(({ pupilId }) => pupilId === id);
    return [...confirmTasks(own.filter(waits), givenName, reader), ...correctionTasks(own, givenName, reader)].map(
      (task) => ({
        ...task,
        about: id,
      }),
    );
  });
}

function confirmTasks(waiting: readonly FamilyBilan[], name: string, { t, schoolYear }: TaskReader): PortalTask[] {
  const [first, ...others] = waiting;
  if (!first) return [];
  if (others.length > 0) {
    const title = t('family.tasks', { count: waiting.length });
    return [{ title, detail: t('family.tasksDetail'), action: t('family.taskAction'), path: HOME_PATH }];
  }
  const title = t(first.correction ? 'family.taskAgain' : 'family.task', { name });
  const detail = t('family.taskDetail', { bilan: bilanName(first, schoolYear, t) });
  return [{ title, detail, action: t('family.taskAction'), path: first.path ?? HOME_PATH }];
}

function correctionTasks(bilans: readonly FamilyBilan[], name: string, reader: TaskReader): PortalTask[] {
  const { school, schoolYear, t } = reader;
  const began = yearBegan(schoolYear, school.timeZone);
  return bilans.flatMap((bilan) => {
    const { path, correction, isInCorrection, year, publishedAt } = bilan;
    const isRecent = year === schoolYear || (publishedAt !== null && publishedAt >= began);
    if (!isInCorrection || !correction || !isRecent) return [];
    const detail = correctionNotice({ row: bilan, correction, isPupil: false }, reader);
    const title = t(path === undefined ? 'family.taskWithdrawn' : 'family.taskCorrecting', { name });
    return [{ title, detail, action: t('family.taskSee'), path: path ?? HOME_PATH }];
  });
}

/** The bilans of each child that their guardian may read, the newest first. */
export async function guardianNews(reader: TaskReader): Promise<NewsLine[]> {
  const { schoolYear, t, format } = reader;
  return (await bilansOfChildren(reader)).flatMap((bilan) => {
    const { path, publishedAt, pupilId, isRead } = bilan;
    if (path === undefined || publishedAt === null) return [];
    const title = bilanName(bilan, schoolYear, t);
    const detail = t('family.published', { day: format.day(publishedAt) });
    const line = { kind: 'bilan', key: path, title, detail, path, at: publishedAt, about: pupilId };
    return [isRead ? line : { ...line, isNew: true as const }];
  });
}
