// SPDX-License-Identifier: EUPL-1.2
import { In, MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { STAND_IN_SOURCE, StandInRow } from '../directory/stand-in.entity.js';

/** A replacement of a school, in force or to come. */
export interface ListedStandIn extends Pick<StandInRow, 'id' | 'groupId' | 'personId' | 'from' | 'until'> {
  readonly className: string;
  readonly person: Pick<PersonRow, 'displayName' | 'givenName' | 'familyName'>;
  /** The person is a teacher of another school, attached to this one for these days. */
  readonly isFromElsewhere: boolean;
  /** Somebody has left a word for the replacement teacher. */
  readonly hasWord: boolean;
}

/** The replacements of a school that are in force or to come, by name of the class and first day. */
export async function listStandIns(unitOfWork: UnitOfWork, uai: string, now: Date): Promise<ListedStandIn[]> {
  return unitOfWork.run(async (manager) => {
    const rows = await manager.find(StandInRow, {
      where: { uai, until: MoreThan(now) },
      order: { from: 'ASC', id: 'ASC' },
    });
    const groups = await manager.findBy(GroupRow, { id: In(rows.map(({ groupId }) => groupId)) });
    const persons = await manager.findBy(PersonRow, { id: In(rows.map(({ personId }) => personId)) });
    const ids = rows.map(({ id }) => id);
    const attached = await manager.findBy(AttachmentRow, { id: In(ids), source: STAND_IN_SOURCE });
    const elsewhere = new Set(attached.map(({ id }) => id));
    const byId = new Map(persons.map((person) => [person.id, person]));
    return groups.sort(byFoldedName).flatMap(({ id: classId, name }) =>
      rows.flatMap(({ id, groupId, personId, from, until, word }) => {
        const person = byId.get(personId);
        if (groupId !== classId || !person) return [];
        const isFromElsewhere = elsewhere.has(id);
        const standing = { isFromElsewhere, hasWord: word !== null };
        return [{ id, groupId, personId, from, until, className: name, person, ...standing }];
      }),
    );
  });
}

function byFoldedName(one: GroupRow, other: GroupRow): number {
  return one.foldedName < other.foldedName ? -1 : 1;
}
