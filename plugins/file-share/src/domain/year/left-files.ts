// SPDX-License-Identifier: EUPL-1.2
import { In, Not } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { homesOf, keepForPupils, notKept } from '../keep/keep-for-pupils.js';
import { FILE, type NodeRow } from '../../store/node.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { classNodes } from './take-all.js';

/** The files that a pupil put into classes which they do not reach any more, as far as no copy is in « Mes fichiers ». */
export async function leftFiles(request: Pick<FileShareRequest, 'access' | 'db' | 'user'>): Promise<NodeRow[]> {
  const { access, user } = request;
  if (!user.profiles.includes('pupil')) return [];
  const reached = [...(await access.groups('read')), ...(await access.pastGroups('read'))].map(({ id }) => id);
  // Each page of a pupil asks: for most of them the query finds nothing.
  const files = await classNodes(request, { rank: FILE, groupId: Not(In(reached)) });
  return files.length === 0 ? [] : notKept(files, user.id, request);
}

/** Copies these files into « Mes fichiers ». @returns their number */
export async function keepLeftFiles(
  request: Pick<FileShareRequest, 'access' | 'db' | 'user' | 'clock'>,
): Promise<number> {
  const pupilId = request.user.id;
  const homes = await homesOf([{ pupilId }], request);
  const keep = async (): Promise<number> => {
    const files = (await leftFiles(request)).map((file) => ({ file, pupilId }));
    await keepForPupils(files, homes, request);
    return files.length;
  };
  return changeSpaces(homes, keep, request);
}
