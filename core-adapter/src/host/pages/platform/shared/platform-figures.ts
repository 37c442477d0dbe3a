// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import { ActivationRow } from '../../../domain/activation/activation.entity.js';
import { whereInForce } from '../../../domain/activation/where-in-force.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { PersonRow } from '../../../domain/directory/person.entity.js';
import { SchoolRow } from '../../../domain/directory/school.entity.js';

export interface PlatformFigures {
  readonly schools: number;
  /** People who have not left. */
  readonly persons: number;
}

export async function countPlatform(unitOfWork: UnitOfWork): Promise<PlatformFigures> {
  return {
    schools: await unitOfWork.run((manager) => manager.count(SchoolRow)),
    persons: await unitOfWork.run((manager) => manager.countBy(PersonRow, { disabledAt: IsNull() })),
  };
}

/** The number of schools where each brick is on now, for any profile. Bricks that are on in no school are left out. */
export async function countSchoolsByBrick(unitOfWork: UnitOfWork, now: Date): Promise<Map<string, number>> {
  const rows = await unitOfWork.run((manager) =>
    whereInForce(manager.createQueryBuilder(ActivationRow, 'activation'), now)
      .select('activation.brick', 'brick')
      .addSelect('COUNT(DISTINCT activation.uai)', 'schools')
      .groupBy('activation.brick')
      .getRawMany<{ brick: string; schools: number | string }>(),
  );
  // MariaDB gives a count as text.
  return new Map(rows.map(({ brick, schools }) => [brick, Number(schools)]));
}
