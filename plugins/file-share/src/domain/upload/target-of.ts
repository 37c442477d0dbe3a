// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { addScope } from '../scope/node-scopes.js';
import type { DepositTarget } from './deposit-files.js';

/** A folder that files are put into. Whether the user may add to it is asked again once they have arrived: a drop box may be closed by then. */
export function targetOf(
  { space, folder }: DepositTarget,
  { access }: { readonly access: Pick<FileShareRequest['access'], 'can'> },
): DepositTarget {
  return {
    space,
    folder,
    refuse: async (now) => {
      if (await access.can('change', addScope(now))) return;
      throw new NotFoundError('The folder was closed just before.', { details: { folder: now.id } });
    },
  };
}
