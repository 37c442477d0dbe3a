// SPDX-License-Identifier: EUPL-1.2
import { AttachmentRow } from './attachment.entity.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { awaitedDepartures } from './summer-leavers.js';

/**
 * The ids of people who were ever in a school and left their last school this summer, whether they came back or not: bricks keep the data
 * of these people for longer (ADR 106).
 */
export async function awayInSummer(
  unitOfWork: UnitOfWork,
  { uai, now }: { readonly uai: string; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const departures = awaitedDepartures(now);
  if (!departures) return new Set();
  const persons = await unitOfWork.run((manager) => {
    const next = manager
      .createQueryBuilder(AttachmentRow, 'next')
      .select('1')
      .where('next.personId = last.personId AND next.from <= last.until')
      .andWhere('(next.until IS NULL OR next.until > last.until)');
    const ofSchool = manager
      .createQueryBuilder(AttachmentRow, 'place')
      .select('1')
      .where('place.personId = last.personId AND place.uai = :uai');
    return manager
      .createQueryBuilder(AttachmentRow, 'last')
      .select('last.personId', 'id')
      .distinct()
      .where('last.until >= :from AND last.until < :until AND last.until <= :now', { ...departures, now })
      .andWhere(`EXISTS (${ofSchool.getQuery()}) AND NOT EXISTS (${next.getQuery()})`, { uai })
      .getRawMany<{ id: string }>();
  });
  return new Set(persons.map(({ id }) => id));
}
