// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { holderOf, type SpaceRef } from '../../store/space-ref.js';
import { spacesOf } from './spaces-of.js';

/** « CM1-CM2 », « Mes fichiers » */
export async function nameOfSpace(
  space: SpaceRef,
  request: Pick<FileShareRequest, 'access' | 'user' | 't'>,
): Promise<string> {
  const named = (await spacesOf(request)).find((one) => holderOf(one.space) === holderOf(space));
  if (named) return named.name;
  const past = await request.access.pastGroups('read');
  return past.find(({ id }) => id === space.groupId)?.name ?? request.t('title');
}
