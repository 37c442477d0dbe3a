// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../../domain/directory/external-id.entity.js';
import { normaliseLogin } from '../../domain/directory/normalise-login.js';
import { findPersonCalled } from '../../domain/personal-data/find-person-called.js';

/**
 * As `findPersonCalled`; for a login without a person, the id of the person who had it on leaving.
 * @throws NotFoundError, ConflictError when that is several people
 */
export async function findPersonOrLeaver(
  unitOfWork: UnitOfWork,
  who: { readonly login: string; readonly source?: string | undefined },
): Promise<string> {
  try {
    return await findPersonCalled(unitOfWork, who);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    const { login, source } = who;
    const called = { formerLogin: normaliseLogin(login), ...(source !== undefined && { source }) };
    const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, called));
    const ids = new Set(rows.map(({ personId }) => personId));
    if (ids.size > 1) {
      const keys = rows.map(({ key }) => key).join(', ');
      throw new ConflictError(`Several persons who left had the login ${login}.`, {
        remedy: `Name one by the key: ${keys}.`,
      });
    }
    const [id] = ids;
    if (id === undefined) throw error;
    return id;
  }
}
