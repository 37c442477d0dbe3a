// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { compareIdentities } from '../sync/identity/compare-identities.js';
import { readCurrentPersons, type StoredIdentity } from '../sync/state/current-persons.js';
import { homonymProblem } from './homonym-problem.js';
import type { HomonymRow } from '../sync/state/homonym.entity.js';

/**
 * Compares two people again: directories may have said data since the question that tells them apart. A question that no sync asked is
 * judged as a sync judges the entries of one directory, also for people of two: somebody chose the two from all people.
 * @throws ConflictError when the two differ
 */
export async function refuseDifferent(
  unitOfWork: UnitOfWork,
  { personId, otherId, why }: Pick<HomonymRow, 'personId' | 'otherId' | 'why'>,
): Promise<void> {
  const some = await readIdentities(unitOfWork, personId);
  const others = await readIdentities(unitOfWork, otherId);
  const differ = why === 'hand' ? areTwo : areDifferent;
  const isDifferent = some.some((one) => others.some((other) => differ(other, one)));
  if (isDifferent) throw homonymProblem('different');
}

interface SaidIdentity extends StoredIdentity {
  readonly source: string;
}

async function readIdentities(unitOfWork: UnitOfWork, personId: string): Promise<SaidIdentity[]> {
  const keys = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { select: { source: true, key: true }, where: { personId } }),
  );
  const identities = await Promise.all(
    keys.map(async ({ source, key }) => {
      const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, [key]);
      return [...stored.values()].map((identity) => ({ ...identity, source }));
    }),
  );
  return identities.flat();
}

/** Compares two identities that somebody chose. Stable ids of two sources are no witness. */
function areTwo(stored: SaidIdentity, named: SaidIdentity): boolean {
  const stableIds = stored.source === named.source ? stored.stableIds : [];
  return compareIdentities({ ...stored, stableIds }, named).answer === 'different';
}

/** Compares two identities. Stable ids of two sources always differ, and two sources may spell a family name in two ways. */
function areDifferent(stored: SaidIdentity, named: SaidIdentity): boolean {
  if (stored.source === named.source) return compareIdentities(stored, named).answer === 'different';
  const { against } = compareIdentities({ ...stored, stableIds: [] }, named);
  const decisive = against.filter((witness) => witness === 'ine' || witness === 'birth-date');
  return decisive.length > 1 || (decisive.length > 0 && against.includes('given-name'));
}
