// SPDX-License-Identifier: EUPL-1.2
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { readInstant, type StoredInstant } from '../../infra/util/stored-instant.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';

/** A replacement of a class, as the people of the class read it. */
export interface StandInInGroup {
  readonly id: string;
  readonly groupId: string;
  readonly className: string;
  /** The replacement teacher. */
  readonly person: NamedPerson;
  /** The teachers of the class by the directory, by name. */
  readonly replaced: readonly NamedPerson[];
  readonly from: Date;
  /** Excluded. */
  readonly until: Date;
  /** For the replacement teacher, the teacher who is replaced and heads: nobody else reads it. */
  readonly word?: { readonly text: string; readonly by: NamedPerson } | undefined;
}

export interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

/** The replacements in some groups, in force or to come: the first to begin comes first. */
export async function standInsInGroups(
  unitOfWork: UnitOfWork,
  groupIds: readonly string[],
  now: Date,
): Promise<StandInInGroup[]> {
  if (groupIds.length === 0) return [];
  const rows = await SELECT_STAND_INS(unitOfWork, { groupIds, now });
  const ids = [...new Set(rows.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    const [first] = own;
    if (!first) return [];
    const { groupId, className, standInId, standInName, from, until, word, authorId, authorName } = first;
    const replaced = own.flatMap(({ teacherId, teacherName }) =>
      teacherId !== null && teacherName !== null ? [{ id: teacherId, displayName: teacherName }] : [],
    );
    const person = { id: standInId, displayName: standInName };
    const left =
      word !== null && authorId !== null && authorName !== null
        ? { text: word, by: { id: authorId, displayName: authorName } }
        : undefined;
    const days = { from: readInstant(from), until: readInstant(until) };
    return [{ id, groupId, className, person, replaced, ...days, word: left }];
  });
}

/** The teacher who is replaced. A replacement names a class: with several teachers, nobody knows which one is away. */
export function replacedIn({ replaced }: Pick<StandInInGroup, 'replaced'>): NamedPerson | undefined {
  return replaced.length === 1 ? replaced[0] : undefined;
}

/** One teacher of the class of a replacement; without a teacher where the directory names none. */
interface StandInSelected {
  readonly id: string;
  readonly from: StoredInstant;
  readonly until: StoredInstant;
  readonly groupId: string;
  readonly className: string;
  readonly standInId: string;
  readonly standInName: string;
  readonly teacherId: string | null;
  readonly teacherName: string | null;
  readonly word: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

const SELECT_STAND_INS = keptSelect<'groupIds' | 'now', StandInSelected>((manager) => {
  return manager
    .createQueryBuilder(StandInRow, 'standIn')
    .innerJoin(GroupRow, 'class', 'class.id = standIn.groupId')
    .innerJoin(PersonRow, 'person', 'person.id = standIn.personId')
    .leftJoin(MembershipRow, 'said', "said.groupId = standIn.groupId AND said.role = 'teacher'")
    .leftJoin(PersonRow, 'teacher', 'teacher.id = said.personId')
    .leftJoin(PersonRow, 'author', 'author.id = standIn.wordBy')
    .select('standIn.id', 'id')
    .addSelect('standIn.from', 'from')
    .addSelect('standIn.until', 'until')
    .addSelect('class.id', 'groupId')
    .addSelect('class.name', 'className')
    .addSelect('person.id', 'standInId')
    .addSelect('person.displayName', 'standInName')
    .addSelect('teacher.id', 'teacherId')
    .addSelect('teacher.displayName', 'teacherName')
    .addSelect('standIn.word', 'word')
    .addSelect('author.id', 'authorId')
    .addSelect('author.displayName', 'authorName')
    .where('standIn.groupId IN (:...groupIds) AND standIn.until > :now')
    .orderBy('standIn.from')
    .addOrderBy('standIn.id')
    .addOrderBy('teacher.foldedName')
    .addOrderBy('teacher.id');
});
