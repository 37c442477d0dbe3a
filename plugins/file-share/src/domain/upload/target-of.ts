// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type CurrentUser } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { addScope } from '../scope/node-scopes.js';
import type { NodeRow } from '../../store/node.entity.js';
import type { DepositTarget } from './deposit-files.js';

/** A folder that files are put into. Whether the user may add to it is asked again once they have arrived: a drop box may be closed by then. */
export function targetOf(
  { space, folder }: DepositTarget,
  {
    access,
    user,
  }: { readonly access: Pick<FileShareRequest['access'], 'can'>; readonly user: Pick<CurrentUser, 'id'> },
): DepositTarget {
  /** A folder that stayed in its place has another owner when two records of the user became one meanwhile (ADR 40). */
  const isJoined = (now: NodeRow): boolean =>
    folder?.ownerId === user.id && now.ownerId !== null && now.above === folder.above;
  return {
    space,
    folder,
    refuse: async (now) => {
      if (await access.can('change', addScope(isJoined(now) ? { ...now, ownerId: user.id } : now))) return;
      throw new NotFoundError('The folder was closed just before.', { details: { folder: now.id } });
    },
  };
}
