// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { batches } from './batches.js';
import { PersonRow } from './person.entity.js';

/**
 * Display names by id of persons that are or were attached to the school, guardians included. Persons of other schools are left out, even
 * for a caller that knows their ids.
 */
export async function findNames(
  unitOfWork: UnitOfWork,
  uai: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(PersonRow, 'person')
        .innerJoin(AttachmentRow, 'attachment', 'attachment.personId = person.id')
        .select('person.id', 'id')
        .addSelect('person.displayName', 'displayName')
        .distinct()
        .where('person.id IN (:...batch) AND attachment.uai = :uai', { batch, uai })
        .getRawMany<{ id: string; displayName: string }>(),
    );
    for (const { id, displayName } of rows) names.set(id, displayName);
  }
  return names;
}
