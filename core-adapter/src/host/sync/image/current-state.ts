// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import type { MembershipRole } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { SchoolRow } from '../../directory/school.entity.js';
import type { CurrentImage } from './current-image.js';
import { attachmentKey, groupKey, type GroupFields, type ImagePerson, type PersonFields } from './directory-image.js';
import { SyncSourceRow } from '../runs/sync-source.entity.js';

/**
 * Reads what is stored of a source, in seven queries whatever its size. The last applied run comes first: should another sync be
 * applied between two queries, the plan made from this is refused when it is to be applied.
 */
export async function readCurrentImage(unitOfWork: UnitOfWork, source: string, at: Date): Promise<CurrentImage> {
  const known = await unitOfWork.run((manager) => manager.findOneBy(SyncSourceRow, { name: source }));
  const schools = await unitOfWork.run((manager) => manager.find(SchoolRow));
  const people = await readPeople(unitOfWork, source);
  return {
    source,
    at,
    baseRun: known?.appliedRun ?? 0,
    schools: new Map(schools.filter((school) => school.source === source).map((school) => [school.uai, school])),
    timeZones: new Map(schools.map(({ uai, timeZone }) => [uai, timeZone])),
    persons: people.present,
    left: people.left,
    kinships: await readKinships(unitOfWork, source, people.keys),
    ...(await readGroups(unitOfWork, source, { schools, at, keys: people.keys })),
  };
}

interface PersonRecord extends PersonFields {
  readonly personId: string;
  readonly left: Date | string | null;
}

interface People {
  readonly present: Map<string, ImagePerson>;
  readonly left: Map<string, ImagePerson>;
  /** Key by id. */
  readonly keys: Map<string, string>;
}

async function readPeople(unitOfWork: UnitOfWork, source: string): Promise<People> {
  const rows = await unitOfWork.run((manager) => selectPersons(manager, source).getRawMany<PersonRecord>());
  const keys = new Map(rows.map(({ personId, key }) => [personId, key]));
  const present = new Map<string, ImagePerson & { readonly attachments: Set<string> }>();
  const left: typeof present = new Map();
  for (const { left: leftAt, key, login, givenName, familyName, displayName } of rows) {
    const person = { key, login, givenName, familyName, displayName, attachments: new Set<string>() };
    (leftAt === null ? present : left).set(key, person);
  }
  const attachments = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(AttachmentRow, 'attachment')
      .select('attachment.personId', 'personId')
      .addSelect('attachment.uai', 'uai')
      .addSelect('attachment.profile', 'profile')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source')
      .where('attachment.source = :source AND (attachment.until IS NULL OR external.leftAt IS NOT NULL)', { source })
      .getRawMany<{ personId: string; uai: string; profile: Profile }>(),
  );
  for (const { personId, uai, profile } of attachments) {
    const key = keys.get(personId) ?? '';
    (present.get(key) ?? left.get(key))?.attachments.add(attachmentKey(uai, profile));
  }
  return { present, left, keys };
}

function selectPersons(manager: EntityManager, source: string) {
  return manager
    .createQueryBuilder(ExternalIdRow, 'external')
    .innerJoin(PersonRow, 'person', 'person.id = external.personId')
    .select('external.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect("COALESCE(external.login, '')", 'login')
    .addSelect('external.leftAt', 'left')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('person.displayName', 'displayName')
    .where('external.source = :source', { source });
}

interface GroupContext {
  readonly schools: readonly SchoolRow[];
  readonly at: Date;
  readonly keys: ReadonlyMap<string, string>;
}

/** Groups of the current school year of each school, and who is in them. */
async function readGroups(
  unitOfWork: UnitOfWork,
  source: string,
  { schools, at, keys }: GroupContext,
): Promise<Pick<CurrentImage, 'groups' | 'ended' | 'memberships'>> {
  const years = new Map(schools.map(({ uai, timeZone }) => [uai, schoolYearOf(at, timeZone)]));
  const schoolYears = [...new Set(years.values())];
  if (schoolYears.length === 0) return { groups: new Map(), ended: new Map(), memberships: new Map() };
  const rows = (
    await unitOfWork.run((manager) => manager.findBy(GroupRow, { source, schoolYear: In(schoolYears) }))
  ).filter(({ uai, schoolYear }) => years.get(uai) === schoolYear);
  const byKey = (list: GroupRow[]): Map<string, GroupFields> =>
    new Map(list.map(({ uai, key, kind, name }) => [groupKey(uai, key), { uai, key, kind, name }]));
  const groupKeys = new Map(rows.map(({ id, uai, key }) => [id, groupKey(uai, key)]));
  const memberships = new Map<string, Map<string, MembershipRole>>();
  for (const { groupId, personId, role } of await readMemberships(unitOfWork, source, schoolYears)) {
    const group = groupKeys.get(groupId);
    const person = keys.get(personId);
    if (group === undefined || person === undefined) continue;
    memberships.set(group, (memberships.get(group) ?? new Map<string, MembershipRole>()).set(person, role));
  }
  return {
    groups: byKey(rows.filter(({ endedAt }) => endedAt === null)),
    ended: byKey(rows.filter(({ endedAt }) => endedAt !== null)),
    memberships,
  };
}

function readMemberships(unitOfWork: UnitOfWork, source: string, schoolYears: number[]): Promise<MembershipRow[]> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(MembershipRow, 'membership')
      .innerJoin(GroupRow, 'class', 'class.id = membership.groupId')
      .select('membership.groupId', 'groupId')
      .addSelect('membership.personId', 'personId')
      .addSelect('membership.role', 'role')
      .where('class.source = :source AND class.schoolYear IN (:...schoolYears)', { source, schoolYears })
      .getRawMany<MembershipRow>(),
  );
}

async function readKinships(
  unitOfWork: UnitOfWork,
  source: string,
  keys: ReadonlyMap<string, string>,
): Promise<Map<string, Set<string>>> {
  const rows = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(KinshipRow, 'kinship')
      .select('kinship.guardianId', 'guardianId')
      .addSelect('kinship.childId', 'childId')
      .where('kinship.source = :source', { source })
      .getRawMany<{ guardianId: string; childId: string }>(),
  );
  const kinships = new Map<string, Set<string>>();
  for (const row of rows) {
    const guardian = keys.get(row.guardianId);
    const child = keys.get(row.childId);
    if (guardian === undefined || child === undefined) continue;
    kinships.set(guardian, (kinships.get(guardian) ?? new Set<string>()).add(child));
  }
  return kinships;
}
