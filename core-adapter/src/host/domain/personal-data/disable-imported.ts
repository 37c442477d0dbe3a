// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { endLogins } from '../directory/end-logins.js';
import { endStandIns } from '../directory/end-stand-ins.js';
import { PersonRow } from '../directory/person.entity.js';
import { STAND_IN_SOURCE } from '../directory/stand-in.entity.js';

interface Closing {
  /** Names of the sources in the settings. */
  readonly sources: readonly string[];
  readonly now: Date;
}

/** Ids of all people who ever had a profile in a school. */
export async function personsEver(manager: EntityManager, uai: string): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('DISTINCT attachment.personId', 'id')
    .where({ uai })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/**
 * Disables those of these people who have no school left and that only imports name: the files of a closed school are no longer imported,
 * so no sync would disable them. Ends their logins and rights, as a sync does.
 * @returns the ids of the disabled people
 */
export async function disableImported(
  manager: EntityManager,
  ids: readonly string[],
  closing: Closing,
): Promise<string[]> {
  const left: string[] = [];
  for (const batch of batches(ids)) left.push(...(await namedByImportsAlone(manager, batch, closing)));
  for (const batch of batches(left)) {
    const personId = In([...batch]);
    await endLogins(manager, { personId, leftAt: IsNull() }, closing.now);
    await manager.update(PersonRow, { id: personId }, { disabledAt: closing.now });
    await manager.delete(AdministratorRow, { personId });
    await endStandIns(manager, { personId }, closing.now);
  }
  return left;
}

async function namedByImportsAlone(
  manager: EntityManager,
  ids: readonly string[],
  { sources }: Closing,
): Promise<string[]> {
  const named =
    'SELECT 1 FROM core_external_id external WHERE external.personId = person.id AND external.leftAt IS NULL';
  const query = manager
    .createQueryBuilder(PersonRow, 'person')
    .select('person.id', 'id')
    .where({ id: In([...ids]), disabledAt: IsNull() })
    .andWhere(`EXISTS (${named})`)
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM core_attachment held WHERE held.personId = person.id AND held.source <> :standIn
        AND held.until IS NULL)`,
      { standIn: STAND_IN_SOURCE },
    );
  if (sources.length > 0) query.andWhere(`NOT EXISTS (${named} AND external.source IN (:...sources))`, { sources });
  const rows = await query.getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
