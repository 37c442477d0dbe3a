// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { normaliseKey } from '../directory/normalise-key.js';
import { normaliseLogin } from '../directory/normalise-login.js';

/**
 * The id of the person with this login; otherwise of the person with this key, since a person who has left has no login.
 * @throws NotFoundError, ConflictError when several people match
 */
export async function findPersonCalled(
  unitOfWork: UnitOfWork,
  { login, source }: { readonly login: string; readonly source?: string | undefined },
): Promise<string> {
  const from = source === undefined ? {} : { source };
  for (const called of [{ login: normaliseLogin(login) }, { key: normaliseKey(login) }]) {
    const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { ...from, ...called }));
    const ids = [...new Set(rows.map(({ personId }) => personId))];
    if (ids.length > 1) {
      const sources = rows.map((row) => row.source).join(', ');
      throw new ConflictError(`Several persons have the login ${login}.`, {
        remedy: `Name the directory by --source: ${sources}.`,
      });
    }
    if (ids[0] !== undefined) return ids[0];
  }
  const where = source === undefined ? '' : ` in the directory ${source}`;
  throw new NotFoundError(`No person has the login ${login}${where}.`, {
    remedy: 'Check the spelling. Erased persons cannot be found.',
  });
}
