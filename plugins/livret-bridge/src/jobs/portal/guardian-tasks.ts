// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type NewsLine, type PortalTask } from '@volee/core-adapter';
import { ownBilans, waits, type FamilyBilan } from '../../domain/home/family-bilans.js';
import { HOME_PATH } from '../../paths.js';
import { yearBegan } from '../../domain/periods/year-began.js';
import { asSentence } from '../../domain/read/as-sentence.js';
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
 * The tasks of a guardian: for each child one for all bilans to read and to confirm, as many as the home of the brick counts. It leads to
 * the newest one. Once that is confirmed, its page leads on to the next one.
 */
export async function guardianTasks(reader: TaskReader): Promise<PortalTask[]> {
  const bilans = await bilansOfChildren(reader);
  if (bilans.length === 0) return [];
  const children = await reader.directory.children();
  return children.flatMap(({ id, givenName }) => {
    const waiting = bilans.filter((bilan) => bilan.pupilId === id && waits(bilan));
    return confirmTasks(waiting, givenName, reader).map((task) => ({ ...task, about: id }));
  });
}

function confirmTasks(waiting: readonly FamilyBilan[], name: string, { t, schoolYear }: TaskReader): PortalTask[] {
  const [first, ...others] = waiting;
  if (!first) return [];
  const shared = { action: t('family.taskAction'), path: first.path ?? HOME_PATH };
  if (others.length > 0) {
    return [{ ...shared, title: t('family.tasks', { count: waiting.length }), detail: t('family.tasksDetail') }];
  }
  const title = t(first.correction ? 'family.taskAgain' : 'family.task', { name });
  return [{ ...shared, title, detail: t('family.taskDetail', { bilan: bilanName(first, schoolYear, t) }) }];
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

/** The bilans of this school year, or published since it began, that the school unlocked. Their guardian has nothing to do about them. */
export async function correctionNews(reader: TaskReader): Promise<NewsLine[]> {
  const { directory, school, schoolYear, t, format } = reader;
  const bilans = await bilansOfChildren(reader);
  if (!bilans.some(({ isInCorrection }) => isInCorrection)) return [];
  const children = await directory.children();
  const began = yearBegan(schoolYear, school.timeZone);
  return bilans.flatMap(({ pupilId, path, correction, isInCorrection, year, publishedAt }) => {
    const isRecent = year === schoolYear || (publishedAt !== null && publishedAt >= began);
    if (!isInCorrection || !correction || !isRecent) return [];
    const { id: key, at, word } = correction.step;
    const name = children.find(({ id }) => id === pupilId)?.givenName ?? '';
    const said = { day: format.day(at), word: asSentence(word ?? '') };
    const isGone = path === undefined;
    const title = t(isGone ? 'family.withdrawn' : 'family.correcting', { name });
    const detail = t(isGone ? 'family.withdrawnOn' : 'family.correctingSince', said);
    return [{ kind: 'correction', key, title, detail, path: path ?? HOME_PATH, at, about: pupilId }];
  });
}
