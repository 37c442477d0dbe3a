// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { PROFILES, type Profile, type School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { ExternalIdRow } from './external-id.entity.js';
import { IN_FORCE } from './where-attachment-in-force.js';
import { normaliseLogin } from './normalise-login.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  /** The person has left every source and may not log in. */
  readonly disabled: boolean;
}

export interface SchoolOfPerson {
  readonly school: School;
  /** Never empty; in the order of `PROFILES`. */
  readonly profiles: readonly Profile[];
}

export async function findPerson(unitOfWork: UnitOfWork, id: string): Promise<Person | undefined> {
  const row = await unitOfWork.run((manager) => manager.findOneBy(PersonRow, { id }));
  return row ? personOf(row) : undefined;
}

/** Finds only a person that the source still names: the login of a leaver may belong to another person by now. */
export async function findPersonByLogin(
  unitOfWork: UnitOfWork,
  source: string,
  login: string,
): Promise<Person | undefined> {
  const row = await unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
      .where('external.source = :source AND external.login = :login', { source, login: normaliseLogin(login) })
      .getOne(),
  );
  return row ? personOf(row) : undefined;
}

/** The ids that the entry of a login had at the last sync and that the directory never gives again; empty when none are known. */
export async function findStableIds(unitOfWork: UnitOfWork, source: string, login: string): Promise<readonly string[]> {
  const row = await unitOfWork.run((manager) =>
    manager.findOne(ExternalIdRow, {
      select: { id: true, stableIds: true },
      where: { source, login: normaliseLogin(login) },
    }),
  );
  return row?.stableIds?.split(' ') ?? [];
}

/** Whether a disabled person had this login when they left the source. */
export async function findLeaver(unitOfWork: UnitOfWork, source: string, login: string): Promise<boolean> {
  return unitOfWork.run((manager) =>
    manager
      .createQueryBuilder(PersonRow, 'person')
      .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
      .where('external.source = :source AND external.formerLogin = :login', { source, login: normaliseLogin(login) })
      .andWhere('person.disabledAt IS NOT NULL')
      .getExists(),
  );
}

/** @param preferred when several sources name the person, the login of this source comes first */
export async function findLogin(
  unitOfWork: UnitOfWork,
  personId: string,
  preferred?: string,
): Promise<string | undefined> {
  const rows = await unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { where: { personId }, order: { id: 'ASC' } }),
  );
  const named = rows.filter(({ login }) => login !== null);
  return (named.find(({ source }) => source === preferred) ?? named[0])?.login ?? undefined;
}

/** The schools and profiles of a person, by name of the school; none once the person is disabled. */
export async function findSchoolsOf(unitOfWork: UnitOfWork, personId: string, now: Date): Promise<SchoolOfPerson[]> {
  return (await findPersonInSchools(unitOfWork, personId, now))?.schools ?? [];
}

/** A person with their schools and profiles, by name of the school; in one query, since every page needs it. */
export async function findPersonInSchools(
  unitOfWork: UnitOfWork,
  id: string,
  now: Date,
): Promise<{ person: Person; schools: SchoolOfPerson[] } | undefined> {
  const rows = await unitOfWork.run((manager) => selectInSchools(manager, id, now));
  const [first] = rows;
  if (!first) return undefined;
  const { givenName, familyName, displayName, disabledAt } = first;
  const disabled = disabledAt !== null;
  return { person: { id, givenName, familyName, displayName, disabled }, schools: disabled ? [] : schoolsIn(rows) };
}

/** One row for each attachment; a single row without a school for a person without attachments. */
interface InSchool extends Pick<PersonRow, 'givenName' | 'familyName' | 'displayName'> {
  readonly disabledAt: unknown;
  readonly profile: Profile | null;
  readonly uai: string | null;
  readonly name: string;
  readonly kind: School['kind'];
  readonly timeZone: string;
}

function selectInSchools(manager: EntityManager, id: string, now: Date): Promise<InSchool[]> {
  return manager
    .createQueryBuilder(PersonRow, 'person')
    .leftJoin(AttachmentRow, 'attachment', `attachment.personId = person.id AND ${IN_FORCE}`, { now })
    .leftJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
    .select('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('person.displayName', 'displayName')
    .addSelect('person.disabledAt', 'disabledAt')
    .addSelect('attachment.profile', 'profile')
    .addSelect('school.uai', 'uai')
    .addSelect('school.name', 'name')
    .addSelect('school.kind', 'kind')
    .addSelect('school.timeZone', 'timeZone')
    .where('person.id = :id', { id })
    .orderBy('school.foldedName')
    .addOrderBy('school.uai')
    .getRawMany();
}

function schoolsIn(rows: readonly InSchool[]): SchoolOfPerson[] {
  const schools = new Map<string, School>();
  for (const { uai, name, kind, timeZone } of rows) if (uai !== null) schools.set(uai, { uai, name, kind, timeZone });
  return [...schools.values()].map((school) => ({
    school,
    profiles: PROFILES.filter((profile) => rows.some((row) => row.uai === school.uai && row.profile === profile)),
  }));
}

function personOf({ id, givenName, familyName, displayName, disabledAt }: PersonRow): Person {
  return { id, givenName, familyName, displayName, disabled: disabledAt !== null };
}
