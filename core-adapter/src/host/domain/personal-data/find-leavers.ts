// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { PersonRow } from '../directory/person.entity.js';

/** The delay before erasure: a person is due when they left at `left` at the latest and nothing holds them at `now`. */
export interface Delay {
  readonly left: Date;
  readonly now: Date;
}

/** Ids of up to `most` due people after the id `after`, in the order of ids. */
export async function findDue(
  manager: EntityManager,
  delay: Delay,
  { after, most }: { after: string; most: number },
): Promise<string[]> {
  const rows = await due(manager, delay)
    .andWhere('person.id > :after', { after })
    .orderBy('person.id')
    .limit(most)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/** Whether the person is due now. */
export function isStillDue(manager: EntityManager, delay: Delay, id: string): Promise<boolean> {
  return due(manager, delay).andWhere({ id }).getExists();
}

/** The number of people who have left, and how many of these people are due to be erased. */
export async function countLeavers(manager: EntityManager, delay: Delay): Promise<{ left: number; due: number }> {
  const left = await manager.createQueryBuilder(PersonRow, 'person').where('person.disabledAt IS NOT NULL').getCount();
  return { left, due: await due(manager, delay).getCount() };
}

/**
 * Selects people that no source has named since the delay, that hold no granted right, and that no question is about: the delay counts from
 * the decision. A question no longer keeps two people who have both left for the whole delay.
 */
function due(manager: EntityManager, { left, now }: Delay): SelectQueryBuilder<PersonRow> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .select('person.id', 'id')
    .where('person.disabledAt <= :left')
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM core_external_id external WHERE external.personId = person.id
        AND (external.leftAt IS NULL OR external.leftAt > :left))`,
    )
    .andWhere('NOT EXISTS (SELECT 1 FROM core_administrator held WHERE held.personId = person.id)')
    .andWhere(
      `NOT EXISTS (SELECT 1 FROM core_attachment held WHERE held.personId = person.id AND held.source = :grant
        AND (held.until IS NULL OR held.until > :now))`,
    )
    .andWhere(isInNoQuestion('personId', 'otherId'))
    .andWhere(isInNoQuestion('otherId', 'personId'))
    .setParameters({ left, now, grant: GRANT_SOURCE });
}

type Side = 'personId' | 'otherId';

function isInNoQuestion(own: Side, other: Side): string {
  return `NOT EXISTS (SELECT 1 FROM core_homonym question
    INNER JOIN core_person twin ON twin.id = question.${other}
    WHERE question.${own} = person.id AND (question.decidedAt > :left
      OR (question.state = 'open' AND (twin.disabledAt IS NULL OR twin.disabledAt > :left))))`;
}

/** Every school in which the person ever had a profile. */
export async function schoolsEver(manager: EntityManager, personId: string): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('DISTINCT attachment.uai', 'uai')
    .where('attachment.personId = :personId', { personId })
    .getRawMany<{ uai: string }>();
  return rows.map(({ uai }) => uai).sort();
}
