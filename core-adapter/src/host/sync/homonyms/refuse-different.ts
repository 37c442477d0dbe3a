// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { readCurrentPersons } from '../image/current-persons.js';
import { homonymProblem } from './homonym-problem.js';
import type { HomonymRow } from './homonym.entity.js';

/**
 * A question about two persons of one key may be old: what the directory has said of the two since then may settle it.
 * @throws ConflictError when the two differ
 */
export async function refuseDifferent(
  unitOfWork: UnitOfWork,
  { source, personId, otherId }: Pick<HomonymRow, 'source' | 'personId' | 'otherId'>,
): Promise<void> {
  const rows = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { select: { key: true }, where: { source, personId: In([personId, otherId]) } }),
  );
  const keys = rows.map(({ key }) => key);
  const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, keys);
  const identities = [...stored.values()];
  const others = identities.filter((one) => one.personId === otherId);
  const isDifferent = identities
    .filter((one) => one.personId === personId)
    .some((one) => others.some((other) => compareIdentities(other, one).answer === 'different'));
  if (isDifferent) throw homonymProblem('different');
}
