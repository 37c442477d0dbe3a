// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';

/** Ids of people that other sources name, seen from one source. */
export interface OtherNames {
  /** People that another source names. */
  readonly known: ReadonlySet<string>;
  /** People that another source named first, of those that still name them: it decides their name. */
  readonly naming: ReadonlySet<string>;
}

/** Ids sort by creation time: the first external id belongs to the source that named a person first. */
export async function readOtherNames(
  manager: EntityManager,
  source: string,
  personIds: readonly string[],
): Promise<OtherNames> {
  const [known, naming] = [new Set<string>(), new Set<string>()];
  for (const ids of batches(personIds)) {
    const rows = await manager
      .createQueryBuilder(ExternalIdRow, 'other')
      .leftJoin(ExternalIdRow, 'own', 'own.personId = other.personId AND own.source = :source', { source })
      .select('other.personId', 'personId')
      .addSelect('other.id', 'other')
      .addSelect('own.id', 'own')
      .where('other.personId IN (:...ids) AND other.source <> :source AND other.leftAt IS NULL', { ids })
      .getRawMany<{ personId: string; other: string; own: string | null }>();
    for (const { personId, other, own } of rows) {
      known.add(personId);
      if (own === null || other < own) naming.add(personId);
    }
  }
  return { known, naming };
}
