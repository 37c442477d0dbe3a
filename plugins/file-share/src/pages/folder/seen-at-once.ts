// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import { countReaders } from '../../domain/readers/count-readers.js';
import { rootScope } from '../../domain/scope/root-scope.js';
import type { FolderPlace } from '../../domain/space/folder-place.js';
import type { Readers } from '../../store/readers.js';
import { partsOf } from '../shared/readers-form.js';

type Wide = Exclude<Readers, 'teachers'>;

/** The readers of a new file of this folder: pupils, or pupils and families; undefined where only adults see it. */
export function seenAtOnce({ folder, space }: FolderPlace): Wide | undefined {
  const { spaceKind, readers } = folder ?? rootScope(space);
  const isShared = spaceKind === 'group' || spaceKind === 'school';
  return isShared && readers !== 'teachers' ? readers : undefined;
}

/** « Visible pour 24 élèves et 27 parents. » Pupils may add to some folders, and are told no numbers: they may not know the members. */
export async function seenByWords(place: FolderPlace, request: FileShareRequest): Promise<string | undefined> {
  const { user, directory, t, format } = request;
  const readers = seenAtOnce(place);
  if (!readers || user.profiles.includes('pupil')) return undefined;
  const { pupils, guardians } = await countReaders(place.space, directory);
  if (pupils + guardians === 0) return undefined;
  return t('deposit.seenBy', { persons: format.list(partsOf(readers, { pupils, guardians }, t)) });
}
