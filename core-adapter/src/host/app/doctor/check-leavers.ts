// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Finding } from '../../../api/check.js';
import { dayOf } from '../../../api/day.js';
import { AttachmentRow } from '../../domain/directory/attachment.entity.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
import { dueFrom } from '../../domain/directory/summer-leavers.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { warn } from './findings.js';

/** In a smaller school, a few families who move are a large share. */
const LEAST = 5;

/**
 * Reports schools where more than half of the pupils have left and wait for their erasure: this is more often a purge of the directory than
 * the end of a school year.
 * @param eraseAfter `people.eraseAfter`
 */
export async function checkLeavers(unitOfWork: UnitOfWork, eraseAfter: number): Promise<Finding[]> {
  return unitOfWork.run(async (manager) => {
    const findings: Finding[] = [];
    for (const { uai, gone, present } of await countPupils(manager)) {
      if (gone < LEAST || gone <= present) continue;
      const first = await pupils(manager)
        .andWhere('attachment.uai = :uai AND person.disabledAt IS NOT NULL', { uai })
        .orderBy('person.disabledAt')
        .getOne();
      if (first?.disabledAt) findings.push(finding({ uai, gone, present, first: first.disabledAt }, eraseAfter));
    }
    return findings;
  });
}

interface Counted {
  readonly uai: string;
  readonly gone: number;
  readonly present: number;
}

function finding({ uai, gone, present, first }: Counted & { readonly first: Date }, eraseAfter: number): Finding {
  return warn(
    `${gone} of ${gone + present} pupils of ${uai} have left the directory, the first on ${dayOf(first, 'UTC')}. They are erased from ${dayOf(dueFrom(first, eraseAfter), 'UTC')} on.`,
    'If they should be there, let the directory name them again and sync before that day: they find all that they had. "volee person erase-leavers --dry-run" lists those that are due.',
  );
}

async function countPupils(manager: EntityManager): Promise<Counted[]> {
  const rows = await pupils(manager)
    .select('attachment.uai', 'uai')
    .addSelect('COUNT(DISTINCT CASE WHEN person.disabledAt IS NULL THEN NULL ELSE person.id END)', 'gone')
    .addSelect('COUNT(DISTINCT CASE WHEN person.disabledAt IS NULL THEN person.id ELSE NULL END)', 'present')
    .groupBy('attachment.uai')
    .orderBy('attachment.uai')
    .getRawMany<{ uai: string; gone: unknown; present: unknown }>();
  return rows.map(({ uai, gone, present }) => ({ uai, gone: Number(gone), present: Number(present) }));
}

/** Selects current pupils, and people who were pupils when they left. */
function pupils(manager: EntityManager): SelectQueryBuilder<PersonRow> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .innerJoin(AttachmentRow, 'attachment', 'attachment.personId = person.id')
    .where('attachment.profile = :pupil', { pupil: 'pupil' })
    .andWhere('(attachment.until IS NULL OR attachment.until >= person.disabledAt)');
}
