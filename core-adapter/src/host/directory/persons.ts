// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { PROFILES, type Profile, type School } from '../../api/people.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { AttachmentRow } from './attachment.entity.js';
import { ExternalIdRow } from './external-id.entity.js';
import { inForce } from './in-force.js';
import { normaliseLogin } from './normalise-login.js';
import { PersonRow } from './person.entity.js';
import { schoolOf } from './school-list.js';
import { SchoolRow } from './school.entity.js';

export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  /** He has left every source: he may not come in. */
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

/** Only who the source still names: the login of somebody who has left may be another's by now. */
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

/** Whether somebody who has left a source, and is nobody's any more, was called so when he left it. */
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

/** @param preferred the source whose login it is, where several name him */
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

export async function findSchoolsOf(unitOfWork: UnitOfWork, personId: string, now: Date): Promise<SchoolOfPerson[]> {
  const attachments = await unitOfWork.run((manager) => selectAttachments(manager, personId, now));
  if (attachments.length === 0) return [];
  const schools = await unitOfWork.run((manager) =>
    manager.find(SchoolRow, {
      where: { uai: In([...new Set(attachments.map(({ uai }) => uai))]) },
      order: { foldedName: 'ASC', uai: 'ASC' },
    }),
  );
  return schools.map((school) => ({
    school: schoolOf(school),
    profiles: PROFILES.filter((profile) =>
      attachments.some((attachment) => attachment.uai === school.uai && attachment.profile === profile),
    ),
  }));
}

function selectAttachments(
  manager: EntityManager,
  personId: string,
  now: Date,
): Promise<{ uai: string; profile: Profile }[]> {
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .where('attachment.personId = :personId', { personId });
  return inForce(query, now).getRawMany();
}

function personOf({ id, givenName, familyName, displayName, disabledAt }: PersonRow): Person {
  return { id, givenName, familyName, displayName, disabled: disabledAt !== null };
}
