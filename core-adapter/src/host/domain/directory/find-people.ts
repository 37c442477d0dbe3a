// SPDX-License-Identifier: EUPL-1.2
import type { SelectQueryBuilder } from 'typeorm';
import type { PeopleAsked } from '../../../api/school-directory.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { GroupRow, IS_SEEN } from './group.entity.js';
import { KinshipRow } from './kinship.entity.js';
import type { SchoolNow } from './members.js';
import { membershipsInForce } from './memberships-in-force.js';
import { peopleOfGroups, tableOf } from './people-of-groups.js';
import { whereAttachmentInForce } from './where-attachment-in-force.js';

/** The ids of people of a school, by family name. */
export async function findPeople(unitOfWork: UnitOfWork, place: SchoolNow, asked: PeopleAsked): Promise<string[]> {
  const { profiles, groups, around, name, most } = asked;
  if (profiles?.length === 0 || groups?.length === 0) return [];
  const near = around === undefined ? undefined : await familyOf(unitOfWork, place, around);
  const rows = await unitOfWork.run((manager) => {
    const query = manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('person.id', 'id')
      .addSelect('person.foldedName', 'foldedName')
      .distinct()
      .where('attachment.uai = :uai')
      .setParameters({ uai: place.uai, schoolYear: place.schoolYear });
    whereAttachmentInForce(query, place.now);
    if (profiles) query.andWhere('attachment.profile IN (:...profiles)', { profiles });
    if (groups) {
      const ofGroups = tableOf(peopleOfGroups(manager, ':...groups'), profiles);
      const isSame = 'ofGroup.personId = attachment.personId AND ofGroup.profile = attachment.profile';
      query.innerJoin(ofGroups, 'ofGroup', isSame).setParameters({ groups });
    }
    if (near) {
      const listed = near.persons.map((_, at) => `SELECT :near${at} AS personId`);
      const inGroups = near.groups.length > 0 ? peopleOfGroups(manager, ':...nearGroups').map(({ ids }) => ids) : [];
      query
        .innerJoin(`(${[...listed, ...inGroups].join(' UNION ')})`, 'near', 'near.personId = attachment.personId')
        .setParameters(Object.fromEntries(near.persons.map((id, at) => [`near${at}`, id])))
        .setParameters({ nearGroups: near.groups });
    }
    if (name !== undefined) whereNamed(query, name);
    return query.orderBy('person.foldedName').addOrderBy('person.id').limit(most).getRawMany<{ readonly id: string }>();
  });
  return rows.map(({ id }) => id);
}

/** The family of a person, and the ids of their groups and of those of their children. */
async function familyOf(
  unitOfWork: UnitOfWork,
  place: SchoolNow,
  personId: string,
): Promise<{ readonly persons: readonly string[]; readonly groups: readonly string[] }> {
  const where = [{ guardianId: personId }, { childId: personId }];
  const kinships = await unitOfWork.run((manager) => manager.findBy(KinshipRow, where));
  const children = kinships.flatMap(({ guardianId, childId }) => (guardianId === personId ? [childId] : []));
  const groups = await unitOfWork.run((manager) => {
    const memberships = membershipsInForce(manager, (alias) => `${alias}.personId IN (:...personIds)`);
    return manager
      .createQueryBuilder()
      .select('own.groupId', 'groupId')
      .distinct()
      .from(memberships, 'own')
      .innerJoin(GroupRow, 'class', `class.id = own.groupId AND ${IS_SEEN}`)
      .setParameters({ personIds: [personId, ...children], now: place.now })
      .getRawMany<{ readonly groupId: string }>();
  });
  const parents = kinships.flatMap(({ guardianId, childId }) => (childId === personId ? [guardianId] : []));
  return { persons: [personId, ...children, ...parents], groups: groups.map(({ groupId }) => groupId) };
}

/** The characters between two words of a name, besides the space. */
const BETWEEN_WORDS = ["''", '’', '-'];

/** INSTR takes % and _ literally. */
function whereNamed(query: SelectQueryBuilder<AttachmentRow>, name: string): void {
  const words = BETWEEN_WORDS.reduce((text, each) => `REPLACE(${text}, '${each}', ' ')`, 'person.foldedName');
  for (const [index, word] of normaliseForSearch(name)
    .split(/[\s’'-]+/)
    .filter(Boolean)
    .entries()) {
    const [first, later] = [`first${index}`, `later${index}`];
    query.andWhere(`(INSTR(${words}, :${first}) = 1 OR INSTR(${words}, :${later}) > 0)`, {
      [first]: word,
      [later]: ` ${word}`,
    });
  }
}
