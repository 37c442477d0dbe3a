// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { PersonRow } from './person.entity.js';

/**
 * The SQL condition that a `person` was joined to another one: the record left at the instant of the decision, and the other one holds all
 * that it held. A source that names the record again makes it a person again.
 */
export const IS_JOINED = `EXISTS (SELECT 1 FROM core_homonym answer
  WHERE answer.state = 'same' AND answer.decidedAt = person.disabledAt
    AND (answer.personId = person.id OR answer.otherId = person.id))`;

/** The id of the person that this one was joined to, or undefined. */
export async function findJoinedTo(unitOfWork: UnitOfWork, id: string): Promise<string | undefined> {
  const row = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin('core_homonym', 'pair', 'pair.personId = person.id OR pair.otherId = person.id')
      .select('CASE WHEN pair.personId = person.id THEN pair.otherId ELSE pair.personId END', 'kept')
      .where("person.id = :id AND pair.state = 'same' AND pair.decidedAt = person.disabledAt", { id })
      .getRawOne<{ kept: string }>(),
  );
  return row?.kept;
}
