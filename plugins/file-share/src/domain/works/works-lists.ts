// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { childWorksPath, classWorksPath } from '../../paths.js';
import { classesWithWorks } from './classes-with-works.js';

type ListsRequest = Pick<FileShareRequest, 'access' | 'directory' | 'user' | 'schoolYear' | 't' | 'url'>;

/**
 * The lists of works that a user reaches: one for each class that they follow, and that of their children. A former class has a tab
 * while the page shows it.
 * @param groupId the class of the page; undefined on that of the children
 */
export async function presentWorksLists(groupId: string | undefined, request: ListsRequest): Promise<Tab[]> {
  const { access, directory, user, schoolYear: now, t, url } = request;
  const past = (await access.pastGroups('follow')).filter(({ id }) => id === groupId);
  const classes = [
    ...(await classesWithWorks('follow', request)),
    ...past.map(({ id, name, schoolYear }) => ({
      ...{ id, name: t(schoolYear < now ? 'works.pastClass' : 'works.endedClass', { group: name }) },
    })),
  ];
  const [child] = user.profiles.includes('guardian') ? await directory.children() : [];
  return [
    ...classes.map(({ id, name }) => ({ label: name, url: url(classWorksPath(id)), current: id === groupId })),
    ...(child
      ? [{ label: t('family.children'), url: url(childWorksPath(child.id)), current: groupId === undefined }]
      : []),
  ];
}
