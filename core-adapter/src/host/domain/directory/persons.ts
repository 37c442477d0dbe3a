// SPDX-License-Identifier: EUPL-1.2
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { PROFILES, type Profile, type School } from '../../../api/people.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import type { StoredInstant } from '../../infra/util/stored-instant.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { ExternalIdRow } from './external-id.entity.js';
import { ATTACHMENT_IN_FORCE } from './where-attachment-in-force.js';
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
  const [row] = await SELECT_PERSON_BY_LOGIN(unitOfWork, { source, login: normaliseLogin(login) });
  return row && personOf(row);
}

const SELECT_PERSON_BY_LOGIN = keptSelect<'source' | 'login', StoredPerson>((manager) =>
  selectPerson(manager.createQueryBuilder(PersonRow, 'person'))
    .innerJoin(ExternalIdRow, 'external', 'external.personId = person.id')
    .where('external.source = :source AND external.login = :login'),
);

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
export async function findSchoolsOf(
  unitOfWork: UnitOfWork,
  personId: string,
  now: Date,
): Promise<readonly SchoolOfPerson[]> {
  return (await findPersonInSchools(unitOfWork, personId, now))?.schools ?? [];
}

/** A person with their schools and profiles, by name of the school. */
export interface PersonInSchools {
  readonly person: Person;
  /** None once the person is disabled. */
  readonly schools: readonly SchoolOfPerson[];
}

export async function findPersonInSchools(
  unitOfWork: UnitOfWork,
  id: string,
  now: Date,
): Promise<PersonInSchools | undefined> {
  return personInSchools(await SELECT_IN_SCHOOLS(unitOfWork, { id, now }));
}

const SELECT_IN_SCHOOLS = keptSelect<'id' | 'now', InSchool>((manager) =>
  selectInSchools(manager.createQueryBuilder(PersonRow, 'person')).where('person.id = :id'),
);

/** One row for each attachment; a single row without a school for a person without attachments. */
export interface InSchool extends Omit<StoredPerson, 'id'> {
  /** Null when no such person exists. */
  readonly id: string | null;
  readonly profile: Profile | null;
  readonly uai: string | null;
  readonly name: string;
  readonly kind: School['kind'];
  readonly timeZone: string;
}

/** Selects `InSchool` for the `person` of a query, in force at `:now`. */
export function selectInSchools<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return selectPerson(query)
    .leftJoin(AttachmentRow, 'attachment', `attachment.personId = person.id AND ${ATTACHMENT_IN_FORCE}`)
    .leftJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
    .addSelect('attachment.profile', 'profile')
    .addSelect('school.uai', 'uai')
    .addSelect('school.name', 'name')
    .addSelect('school.kind', 'kind')
    .addSelect('school.timeZone', 'timeZone')
    .orderBy('school.foldedName')
    .addOrderBy('school.uai');
}

/** The person of such rows; undefined when no such person exists. */
export function personInSchools(rows: readonly InSchool[]): PersonInSchools | undefined {
  const [first] = rows;
  if (!first || first.id === null) return undefined;
  const person = personOf({ ...first, id: first.id });
  return { person, schools: person.disabled ? [] : schoolsIn(rows) };
}

function schoolsIn(rows: readonly InSchool[]): SchoolOfPerson[] {
  const schools = new Map<string, School>();
  for (const { uai, name, kind, timeZone } of rows) if (uai !== null) schools.set(uai, { uai, name, kind, timeZone });
  return [...schools.values()].map((school) => ({
    school,
    profiles: PROFILES.filter((profile) => rows.some((row) => row.uai === school.uai && row.profile === profile)),
  }));
}

/** A person as the drivers give them. */
interface StoredPerson extends Pick<PersonRow, 'id' | 'givenName' | 'familyName' | 'displayName'> {
  readonly disabledAt: StoredInstant | null;
}

function selectPerson<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  return query
    .select('person.id', 'id')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('person.displayName', 'displayName')
    .addSelect('person.disabledAt', 'disabledAt');
}

function personOf({ id, givenName, familyName, displayName, disabledAt }: StoredPerson): Person {
  return { id, givenName, familyName, displayName, disabled: disabledAt !== null };
}
